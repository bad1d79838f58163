using OneStop.Domain.Safeguards;

namespace OneStop.Domain.Clients.Facts;

/// <summary>The facts about a client that the actor may see, as the case file shows them. Telephone numbers only by their ends.</summary>
public sealed record FactsView : IShowsPerson
{
    public required Guid ClientId { get; init; }
    public required Guid? ConversationId { get; init; }
    public required IdentityFacts Identity { get; init; }

    /// <summary>The last four digits of each telephone number with its remark, the number that is called first.</summary>
    public required ValueList<PhoneLine> PhoneEnds { get; init; }

    public required AddressFacts Address { get; init; }
    public required ContactFacts Contact { get; init; }
    public required WorkFacts Work { get; init; }
    public required SkillFacts Skills { get; init; }
    public required WishFacts Wishes { get; init; }

    /// <summary>Null for an actor who may not see it, as the two below.</summary>
    public required HouseholdFacts? Household { get; init; }

    public required MoneyFacts? Money { get; init; }
    public required HealthFacts? Health { get; init; }

    ShownPerson IShowsPerson.Shown => ShownPerson.Of(ConversationId, ClientId);

    /// <summary>次に聞くとよいこと: what is not known yet, in the order in which it helps most. A hint; nothing waits for it.</summary>
    public IReadOnlyList<MissingFact> Missing => [.. All().Where(m => m.IsMissing).Select(m => m.Fact)];

    private IEnumerable<(bool IsMissing, MissingFact Fact)> All()
    {
        yield return (PhoneEnds.Count == 0, new(FactPurpose.Phones, "電話番号"));
        yield return (Identity.FullName == "", new(FactPurpose.Identity, "氏名"));
        yield return (Identity.Kana == "", new(FactPurpose.Identity, "ふりがな"));
        yield return (Identity.BirthDate is null, new(FactPurpose.Identity, "生年月日"));
        yield return (Address is { Ward: null, IsOutside: false }, new(FactPurpose.Address, "住んでいる区"));
        yield return (Contact.Method is null, new(FactPurpose.Contact, "希望する連絡の方法"));
        yield return (Household is { Children.Count: 0 }, new(FactPurpose.Household, "子どもの生まれた年"));
        yield return (Money is { Allowance: null }, new(FactPurpose.Money, "児童扶養手当"));
        yield return (Work.Form is null, new(FactPurpose.Work, "今の働き方"));
        yield return (Work is { Form: not null and not WorkForm.NotWorking, MonthlyIncome: null }, new(FactPurpose.Work, "月の収入"));
        yield return (Wishes with { Motivation = null } == new WishFacts(), new(FactPurpose.Wishes, "仕事の希望"));
        yield return (Skills.Qualifications.Count == 0, new(FactPurpose.Skills, "資格・免許"));
        yield return (Skills.School is null, new(FactPurpose.Skills, "最後に通った学校"));
        yield return (Skills.Pc is null, new(FactPurpose.Skills, "パソコン"));
        yield return (Money is { Support: null }, new(FactPurpose.Money, "養育費"));
        yield return (Household is { Housing: null }, new(FactPurpose.Household, "住まい"));
        yield return (Work is { Form: not null, MayBeEmployed: true, HasEmploymentInsurance: null }, new(FactPurpose.Work, "雇用保険"));
    }
}

/// <summary>A fact that is not known yet.</summary>
/// <param name="What">What would be asked, in one word.</param>
public sealed record MissingFact(FactPurpose Purpose, string What);
