namespace OpinionWatch.Worker.Doctor;

/// <summary>One check of <c>doctor</c>. It changes nothing and sends nothing to anybody.</summary>
internal interface IExamination
{
    /// <summary>What is looked at, in Chinese.</summary>
    string Name { get; }

    /// <summary>Looks.</summary>
    Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken);
}
