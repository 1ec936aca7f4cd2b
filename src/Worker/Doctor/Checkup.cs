using System.Diagnostics.CodeAnalysis;

namespace OpinionWatch.Worker.Doctor;

/// <summary>Has every check look, one after the other, each for a bounded time; one that stumbles or hangs is itself a fault, and the others go on.</summary>
internal sealed class Checkup(IReadOnlyList<IExamination> examinations, TimeProvider time)
{
    /// <summary>Longest time of one check.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <summary>Gives each diagnosis as it comes, with the name of its check.</summary>
    public async IAsyncEnumerable<(string Check, Diagnosis Diagnosis)> RunAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var examination in examinations)
        {
            foreach (var diagnosis in await LookAsync(examination, cancellationToken))
            {
                yield return (examination.Name, diagnosis);
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The edge of the loop over checks: what one stumbles over is told, and must not hide what the others find.")]
    private async Task<IReadOnlyList<Diagnosis>> LookAsync(IExamination examination, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await examination.LookAsync(either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [new Diagnosis(DiagnosisMark.Fault, $"{Longest.TotalMinutes:0} 分钟内没有查完", "单独查看这一项；网络不通时先恢复网络。")];
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return [new Diagnosis(DiagnosisMark.Fault, $"检查本身出错：{fault.GetType().Name}，{fault.Message}", "请把这一行连同日志交给维护人员。")];
        }
    }
}
