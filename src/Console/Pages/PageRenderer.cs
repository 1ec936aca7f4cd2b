using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OpinionWatch.Console.Pages;

/// <summary>Renders a component to a page: text that came from outside is encoded, whatever it says.</summary>
internal sealed class PageRenderer(ILoggerFactory logs) : IDisposable
{
    /// <summary>Components need nothing but the encoder, which leaves Chinese as it is.</summary>
    private readonly ServiceProvider _services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();

    /// <summary>Gives the page as an answer.</summary>
    public Task<IResult> AnswerAsync<TPage, TModel>(HttpContext http, TModel model, int status = StatusCodes.Status200OK)
        where TPage : Page<TModel> => AnswerAsync<TPage, TModel>(http, _ => model, status);

    /// <summary>Gives the page as an answer, where what it shows depends on who looks and when.</summary>
    public async Task<IResult> AnswerAsync<TPage, TModel>(HttpContext http, Func<PageContext, TModel> model, int status = StatusCodes.Status200OK)
        where TPage : Page<TModel>
    {
        var context = PageContext.Of(http);
        var html = await RenderAsync<TPage, TModel>(context, model(context));
        http.Response.Headers.CacheControl = "no-store";
        return Results.Content(html, "text/html; charset=utf-8", statusCode: status);
    }

    /// <summary>Writes the page at once, where no endpoint answers.</summary>
    public async Task WriteAsync<TPage, TModel>(HttpContext http, TModel model, int status)
        where TPage : Page<TModel> => await (await AnswerAsync<TPage, TModel>(http, model, status)).ExecuteAsync(http);

    /// <inheritdoc/>
    public void Dispose() => _services.Dispose();

    private async Task<string> RenderAsync<TPage, TModel>(PageContext context, TModel model)
        where TPage : Page<TModel>
    {
        await using var renderer = new HtmlRenderer(_services, logs);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(Page<>.Context)] = context, [nameof(Page<>.Model)] = model });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPage>(parameters)).ToHtmlString());
    }
}
