using OneStop.Domain.Clients.Facts;

namespace OneStop.Domain.Clients.Duplicates;

/// <summary>A person who is to be registered: what is known at the first contact. One of the names suffices.</summary>
public sealed record NewClientWish : IFacts<NewClientWish>
{
    public string FullName { get; init; } = "";
    public string Kana { get; init; } = "";

    /// <summary>What the person wishes to be called.</summary>
    public string Name { get; init; } = "";

    public string Phone { get; init; } = "";
    public DateOnly? BirthDate { get; init; }

    /// <summary>How the person came.</summary>
    public Arrival Arrival { get; init; } = Arrival.Phone;

    /// <summary>Name, reading and date of birth as the client's row has them.</summary>
    internal IdentityFacts Identity => new() { FullName = FullName, Kana = Kana, BirthDate = BirthDate };

    /// <inheritdoc/>
    public NewClientWish Checked(DateOnly today)
    {
        var identity = Identity.Checked(today);
        if (!string.IsNullOrWhiteSpace(Phone) && !PhoneNumber.TryRead(Phone, out _))
            throw new RuleException("電話番号を、市外局番から10けたか11けたで入力してください。", nameof(Phone));
        return this with { FullName = identity.FullName, Kana = identity.Kana, Name = Name.Trim(), Phone = Phone.Trim() };
    }
}
