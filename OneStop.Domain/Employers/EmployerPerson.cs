namespace OneStop.Domain.Employers;

/// <summary>The form of a person at an employer.</summary>
/// <param name="BestTime">いつ連絡するとよいか, in words.</param>
public sealed record EmployerPersonWish(string Name, string Kana, string Role, string Phone, string Mail, string BestTime, string Notes)
{
    /// <summary>The most characters of the fields.</summary>
    public const int LongestName = 60, LongestRole = 60, LongestMail = 200, LongestTime = 100;

    /// <summary>An empty form.</summary>
    public static EmployerPersonWish None { get; } = new("", "", "", "", "", "", "");

    /// <summary>Returns the form with everything as it is stored.</summary>
    /// <exception cref="RuleException">Something is missing, too long, or not valid.</exception>
    internal EmployerPersonWish Checked() => new(FormText.Required(Name, "名前", LongestName, nameof(Name)),
        FormText.Of(Kana, "ふりがな", LongestName, nameof(Kana)), FormText.Of(Role, "役職・部署", LongestRole, nameof(Role)),
        FormText.Phone(Phone, nameof(Phone)), FormText.Mail(Mail, LongestMail, nameof(Mail)),
        FormText.Of(BestTime, "連絡のつく時間", LongestTime, nameof(BestTime)), FormText.Of(Notes, "メモ", EmployerWish.LongestNotes, nameof(Notes)));
}

/// <summary>担当者: a person at an employer with whom we speak. Not a person who is supported; but their name and number are personal data too.</summary>
public sealed class EmployerPerson
{
    private EmployerPerson() { }

    /// <exception cref="RuleException">Something is missing, too long, or not valid.</exception>
    public static EmployerPerson Of(Guid employerId, EmployerPersonWish wish, DateTimeOffset now)
    {
        var person = new EmployerPerson { Id = Guid.CreateVersion7(now), EmployerId = employerId };
        person.Rewrite(wish);
        return person;
    }

    public Guid Id { get; private set; }
    public Guid EmployerId { get; private set; }
    public string Name { get; private set; } = "";
    public string Kana { get; private set; } = "";
    public string Role { get; private set; } = "";
    public string Phone { get; private set; } = "";
    public string Mail { get; private set; } = "";
    public string BestTime { get; private set; } = "";
    public string Notes { get; private set; } = "";

    /// <summary>Null while the person is there.</summary>
    public Removal? Removal { get; private set; }

    /// <summary>The part that staff enters.</summary>
    public EmployerPersonWish Wish => new(Name, Kana, Role, Phone, Mail, BestTime, Notes);

    /// <summary>Corrects the entry.</summary>
    /// <exception cref="RuleException">Something is missing, too long, or not valid.</exception>
    public void Rewrite(EmployerPersonWish wish)
    {
        var after = wish.Checked();
        (Name, Kana, Role, Phone) = (after.Name, after.Kana, after.Role, after.Phone);
        (Mail, BestTime, Notes) = (after.Mail, after.BestTime, after.Notes);
    }

    /// <summary>Takes the person off, or puts them back.</summary>
    public void Remove(Removal? removal) => Removal = removal;

    /// <summary>Gives the person to another entry of the same employer.</summary>
    internal void GoTo(Guid employerId) => EmployerId = employerId;
}
