using OneStop.Domain.Search;

namespace OneStop.Domain.Partners;

/// <summary>Who looked the entry up at its source and found it right, and when.</summary>
public sealed record PartnerCheck(DateTimeOffset At, Guid StaffId);

/// <summary>Who found that the partner has closed down or moved away, and when.</summary>
public sealed record PartnerClosing(DateTimeOffset At, Guid StaffId);

/// <summary>
/// 関係機関: an office that clients are told about (仕様書 7(2)①(ク)). The counselors share one directory. A wrong number costs a person in need the
/// courage to call again, so an entry is checked before it is first sent, after each correction, and every six months.
/// </summary>
public sealed class Partner
{
    /// <summary>After how many months an entry is checked again.</summary>
    public const int MonthsBetweenChecks = 6;

    private List<PartnerKind> kinds = [];

    private Partner() { }

    /// <summary>Enters a partner; it is due for a check at once.</summary>
    /// <exception cref="RuleException">Something is missing, too long, or not valid.</exception>
    public static Partner Of(PartnerWish wish, Guid staffId, DateTimeOffset now)
    {
        var partner = new Partner { Id = Guid.CreateVersion7(now), EnteredBy = staffId, EnteredAt = now };
        partner.Rewrite(wish, now);
        return partner;
    }

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>ふりがな; empty if it is not known.</summary>
    public string Kana { get; private set; } = "";

    public IReadOnlyList<PartnerKind> Kinds => kinds;

    /// <summary>だれのための窓口か, in words.</summary>
    public string ForWhom { get; private set; } = "";

    /// <summary>受付時間, in words.</summary>
    public string Hours { get; private set; } = "";

    /// <summary>The telephone number as shown and dialled; empty if there is none.</summary>
    public string Phone { get; private set; } = "";

    /// <summary>Null if it is outside the city or serves all of it.</summary>
    public Ward? Ward { get; private set; }

    public string Address { get; private set; } = "";

    /// <summary>The address of a map in the web; empty if there is none.</summary>
    public string MapLink { get; private set; } = "";

    /// <summary>The address of the partner's page in the web; empty if there is none.</summary>
    public string WebAddress { get; private set; } = "";

    /// <summary>つなぎ方: how staff signposts somebody there. Clients do not see it.</summary>
    public string HowToRefer { get; private set; } = "";

    public Guid EnteredBy { get; private set; }
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>The last check; null if nobody has checked the entry since it was written.</summary>
    public PartnerCheck? Check { get; private set; }

    /// <summary>When the next check is due.</summary>
    public DateTimeOffset CheckDueAt { get; private set; }

    /// <summary>Null while the partner exists.</summary>
    public PartnerClosing? Closing { get; private set; }

    /// <summary>The reading, or the name if it is not known, in the form that sorts and searches compare.</summary>
    public string Reading { get; private set; } = "";

    /// <summary>What a search looks at, in the form that searches compare.</summary>
    public string Folded { get; private set; } = "";

    /// <summary>Whether a card about the partner asks before it names it.</summary>
    public bool IsSensitive => kinds.Exists(k => k.IsSensitive);

    /// <summary>Whether the partner decides on a benefit or a loan.</summary>
    public bool DecidesOnBenefits => kinds.Exists(k => k.DecidesOnBenefits);

    /// <summary>The part that staff enters.</summary>
    public PartnerWish Wish => new(Name, Kana, [.. kinds], ForWhom, Hours, Phone, Ward, Address, MapLink, WebAddress, HowToRefer);

    /// <summary>Corrects the entry. If something changed that a client relies on, an earlier check no longer counts.</summary>
    /// <exception cref="RuleException">Something is missing, too long, or not valid.</exception>
    public void Rewrite(PartnerWish wish, DateTimeOffset now)
    {
        var (before, after) = (Wish, wish.Checked());
        (Name, Kana, kinds) = (after.Name, after.Kana, [.. after.Kinds]);
        (ForWhom, Hours, Phone, Ward, Address) = (after.ForWhom, after.Hours, after.Phone, after.Ward, after.Address);
        (MapLink, WebAddress, HowToRefer) = (after.MapLink, after.WebAddress, after.HowToRefer);
        Fold();
        if (before.WhatClientsSee != after.WhatClientsSee)
            (Check, CheckDueAt) = (null, now);
    }

    /// <summary>確かめました: records that the entry was found right at its source.</summary>
    public void Confirm(Guid staffId, DateTimeOffset now) => Restore(new(now, staffId));

    /// <summary>Takes a check back: the one before it counts again.</summary>
    /// <param name="before">Null if there was none.</param>
    public void Restore(PartnerCheck? before)
    {
        CheckDueAt = before is null ? EnteredAt : JapanTime.At(before.At.JapaneseDate.AddMonths(MonthsBetweenChecks), TimeOnly.MinValue);
        Check = before;
    }

    /// <summary>閉所: records that the partner exists no more.</summary>
    public void Close(Guid staffId, DateTimeOffset now) => Closing ??= new(now, staffId);

    /// <summary>Takes 閉所 back.</summary>
    public void Reopen() => Closing = null;

    /// <summary>Refuses to tell a client of a partner that has closed down or was never checked.</summary>
    /// <exception cref="RuleException">A client may not be told.</exception>
    public void RefuseUnlessChecked()
    {
        if (Closing is not null)
            throw new RuleException($"「{Name}」は閉所しているため、案内できません。");
        if (Check is null)
            throw new RuleException($"「{Name}」は、まだ内容を確かめていません。関係機関の画面で「確かめました」を押してから案内してください。");
    }

    /// <summary>Recomputes the folded texts, after a change of the folding rules.</summary>
    internal void Fold() => (Reading, Folded) = (new FoldedText(Kana.Length > 0 ? Kana : Name).Text,
        new FoldedText($"{Name} {Kana} {ForWhom} {Address} {string.Join(' ', kinds.Select(k => k.InJapanese))}").Text);
}
