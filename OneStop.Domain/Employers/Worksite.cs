using OneStop.Domain.Places;

namespace OneStop.Domain.Employers;

/// <summary>The form of a place of work.</summary>
/// <param name="MunicipalityCode">Null to take it from the address.</param>
/// <param name="Minutes">The minutes on foot from the station or stop; null if they are not known.</param>
public sealed record WorksiteWish(string Name, string Address, string? MunicipalityCode, string Phone, string Station, int? Minutes, string Notes)
{
    /// <summary>The most characters of a station's name.</summary>
    public const int LongestStation = 60;

    /// <summary>The most minutes from a station.</summary>
    public const int MostMinutes = 180;

    /// <summary>An empty form.</summary>
    public static WorksiteWish None { get; } = new("", "", null, "", "", null, "");

    /// <summary>Returns the form with everything as it is stored.</summary>
    /// <exception cref="RuleException">Something is missing, too long, or not valid.</exception>
    internal WorksiteWish Checked()
    {
        var address = FormText.Required(Address, "住所", EmployerWish.LongestAddress, nameof(Address));
        if (MunicipalityCode is not null && Municipalities.Find(MunicipalityCode) is null)
            throw new RuleException("市区町村を一覧から選んでください。", nameof(MunicipalityCode));
        return new(FormText.Required(Name, "事業所の名前", EmployerWish.LongestName, nameof(Name)), address,
            MunicipalityCode ?? Municipalities.In(address)?.Code, FormText.Phone(Phone, nameof(Phone)),
            FormText.Of(Station, "最寄りの駅・バス停", LongestStation, nameof(Station)),
            Minutes is null or (>= 0 and <= MostMinutes) ? Minutes
                : throw new RuleException($"駅からの時間を、0から{MostMinutes}分までで入力してください。", nameof(Minutes)),
            FormText.Of(Notes, "メモ", EmployerWish.LongestNotes, nameof(Notes)));
    }
}

/// <summary>事業所: a place where people work for an employer.</summary>
public sealed class Worksite
{
    private Worksite() { }

    /// <exception cref="RuleException">Something is missing, too long, or not valid.</exception>
    public static Worksite Of(Guid employerId, WorksiteWish wish, DateTimeOffset now)
    {
        var site = new Worksite { Id = Guid.CreateVersion7(now), EmployerId = employerId };
        site.Rewrite(wish);
        return site;
    }

    public Guid Id { get; private set; }
    public Guid EmployerId { get; private set; }
    public string Name { get; private set; } = "";
    public string Address { get; private set; } = "";

    /// <summary>Null if it is further away than 福岡県 and 佐賀県.</summary>
    public string? MunicipalityCode { get; private set; }

    public string Phone { get; private set; } = "";

    /// <summary>最寄りの駅・バス停; empty if it is not known.</summary>
    public string Station { get; private set; } = "";

    /// <summary>The minutes on foot from there.</summary>
    public int? Minutes { get; private set; }

    public string Notes { get; private set; } = "";

    /// <summary>Null while people work there.</summary>
    public Removal? Removal { get; private set; }

    /// <summary>The part that staff enters.</summary>
    public WorksiteWish Wish => new(Name, Address, MunicipalityCode, Phone, Station, Minutes, Notes);

    /// <summary>Corrects the entry.</summary>
    /// <exception cref="RuleException">Something is missing, too long, or not valid.</exception>
    public void Rewrite(WorksiteWish wish)
    {
        var after = wish.Checked();
        (Name, Address, MunicipalityCode, Phone) = (after.Name, after.Address, after.MunicipalityCode, after.Phone);
        (Station, Minutes, Notes) = (after.Station, after.Minutes, after.Notes);
    }

    /// <summary>Takes it off, or puts it back.</summary>
    public void Remove(Removal? removal) => Removal = removal;

    /// <summary>Gives it to another entry of the same employer.</summary>
    internal void GoTo(Guid employerId) => EmployerId = employerId;
}
