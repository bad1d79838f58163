namespace OneStop.Domain.Clients.Facts;

/// <summary>The facts of one group, as a form edits them and as they are stored. Every fact is optional.</summary>
public interface IFacts<out TFacts>
{
    /// <summary>Returns the facts trimmed and in their usual form.</summary>
    /// <exception cref="RuleException">A fact is not possible; the exception names the field.</exception>
    TFacts Checked(DateOnly today);
}

/// <summary>
/// A group of facts about a client: one row for each client, edited as a whole. One type for each group, because each has a table of its own with its
/// own visibility.
/// </summary>
public abstract class FactGroup<TFacts> where TFacts : class, IFacts<TFacts>, new()
{
    public Guid Id { get; internal init; }
    public Guid ClientId { get; internal init; }

    /// <summary>The facts.</summary>
    public TFacts Facts { get; private set; } = new();

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The member of staff who wrote the present facts.</summary>
    public Guid ChangedBy { get; private set; }

    /// <summary>Sets the facts.</summary>
    /// <exception cref="RuleException">A fact is not possible.</exception>
    public void Change(TFacts facts, Guid by, DateTimeOffset now) => (Facts, ChangedBy, ChangedAt) = (facts.Checked(now.JapaneseDate), by, now);
}

/// <summary>Creates groups.</summary>
public static class FactGroups
{
    /// <summary>Creates an empty group of a client.</summary>
    public static TGroup Of<TGroup, TFacts>(Guid clientId, DateTimeOffset now)
        where TGroup : FactGroup<TFacts>, new()
        where TFacts : class, IFacts<TFacts>, new() => new() { Id = Guid.CreateVersion7(now), ClientId = clientId };
}

/// <summary>住所</summary>
public sealed class ClientAddress : FactGroup<AddressFacts>;

/// <summary>連絡のしかた</summary>
public sealed class ClientContact : FactGroup<ContactFacts>;

/// <summary>今の仕事</summary>
public sealed class ClientWork : FactGroup<WorkFacts>;

/// <summary>資格・学歴・パソコン</summary>
public sealed class ClientSkills : FactGroup<SkillFacts>;

/// <summary>仕事の希望</summary>
public sealed class ClientWishes : FactGroup<WishFacts>;

/// <summary>家族 (support only)</summary>
public sealed class ClientHousehold : FactGroup<HouseholdFacts>;

/// <summary>家計と手当 (support only)</summary>
public sealed class ClientMoney : FactGroup<MoneyFacts>;

/// <summary>健康 (support only)</summary>
public sealed class ClientHealth : FactGroup<HealthFacts>;
