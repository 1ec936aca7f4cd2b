using Microsoft.Extensions.Logging;
using OpinionWatch.Model;
using OpinionWatch.Rules;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>Has the rules in force say what a document is about.</summary>
internal sealed class Judge(ICurrent<RuleEngine> rules, ILogger<Judge> log)
{
    /// <summary>Gives the analysis; null when the rules stumbled over the document.</summary>
    public Analysis? Find(Document document)
    {
        try
        {
            return rules.Value.Analyze(document);
        }
#pragma warning disable CA1031 // The edge of the loop over a page's documents: one that the rules stumble over must not keep the others from being judged.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            log.JudgingFailed(exception, document.Id, document.Site);
            return null;
        }
    }
}
