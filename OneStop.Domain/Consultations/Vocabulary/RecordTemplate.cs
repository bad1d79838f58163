namespace OneStop.Domain.Consultations.Vocabulary;

/// <summary>A template of records as its form edits it.</summary>
public sealed record RecordTemplateWish(string Name, string Complaint, string Assessment, string Support, string NextStep)
{
    /// <summary>An empty form.</summary>
    public static RecordTemplateWish None { get; } = new("", "", "", "", "");
}

/// <summary>記録のひな形: patterns of text for the fields of a record, which the manager writes. A record takes the words, and keeps no link.</summary>
public sealed class RecordTemplate
{
    /// <summary>The most characters of a name.</summary>
    public const int LongestName = 40;

    /// <summary>The most characters of each pattern.</summary>
    public const int LongestWords = 1000;

    private RecordTemplate() { }

    /// <summary>Creates a template.</summary>
    /// <exception cref="RuleException">The name is missing, or all patterns are empty.</exception>
    public static RecordTemplate Create(RecordTemplateWish wish, DateTimeOffset now)
    {
        var template = new RecordTemplate { Id = Guid.CreateVersion7(now) };
        template.Change(wish);
        return template;
    }

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Complaint { get; private set; } = "";
    public string Assessment { get; private set; } = "";
    public string Support { get; private set; } = "";
    public string NextStep { get; private set; } = "";

    /// <summary>When it was retired; null while it is offered.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>The template as the form shows it.</summary>
    public RecordTemplateWish Wish => new(Name, Complaint, Assessment, Support, NextStep);

    /// <summary>Changes name and patterns.</summary>
    /// <exception cref="RuleException">The name is missing, or all patterns are empty.</exception>
    public void Change(RecordTemplateWish wish)
    {
        if (wish.Name.Trim() is not { Length: > 0 and <= LongestName } name)
            throw new RuleException($"ひな形の名前を{LongestName}文字までで入力してください。", nameof(Name));
        string[] words = [wish.Complaint.Trim(), wish.Assessment.Trim(), wish.Support.Trim(), wish.NextStep.Trim()];
        if (words.All(w => w.Length == 0))
            throw new RuleException("主訴、見立て、行ったこと、次の一手のどれかに、ひな形の文を書いてください。");
        (Name, Complaint, Assessment, Support, NextStep) = (name, words[0], words[1], words[2], words[3]);
    }

    /// <summary>Stops offering the template.</summary>
    public void Retire(DateTimeOffset now) => RetiredAt ??= now;

    /// <summary>Offers the template again.</summary>
    public void BringBack() => RetiredAt = null;
}
