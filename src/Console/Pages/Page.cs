using Microsoft.AspNetCore.Components;

namespace OpinionWatch.Console.Pages;

/// <summary>A whole page: gets what it shows, asks for nothing.</summary>
public abstract class Page<TModel> : ComponentBase
{
    /// <summary>What every page knows of its request.</summary>
    [Parameter]
    public required PageContext Context { get; set; }

    /// <summary>What this page shows.</summary>
    [Parameter]
    public required TModel Model { get; set; }
}
