namespace OneStop.Domain.Consultations.Vocabulary;

/// <summary>主題: what a consultation was about. The list is the manager's, so that figures of different months can be compared.</summary>
public sealed class ConsultationSubject
{
    /// <summary>The most characters of a name.</summary>
    public const int LongestName = 30;

    private ConsultationSubject() { }

    /// <summary>Creates a subject.</summary>
    /// <param name="place">Its place in the list.</param>
    /// <exception cref="RuleException">The name is missing or too long.</exception>
    public static ConsultationSubject Create(string name, int place, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), Name = Checked(name), Place = place };

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>The place in the list.</summary>
    public int Place { get; private set; }

    /// <summary>When it was retired; null while it is offered. Records keep it.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>Renames the subject, in all records that have it.</summary>
    /// <exception cref="RuleException">The name is missing or too long.</exception>
    public void Rename(string name) => Name = Checked(name);

    /// <summary>Stops offering the subject.</summary>
    public void Retire(DateTimeOffset now) => RetiredAt ??= now;

    /// <summary>Offers the subject again.</summary>
    public void BringBack() => RetiredAt = null;

    private static string Checked(string name) => name.Trim() switch
    {
        "" => throw new RuleException("主題の名前を入力してください。", nameof(Name)),
        { Length: > LongestName } => throw new RuleException($"主題の名前は{LongestName}文字までです。", nameof(Name)),
        var words => words,
    };
}
