using System.ComponentModel;

namespace OneStop.Domain.Clients.Facts;

/// <summary>住所: the ward apart from town and number, because figures group by ward.</summary>
public sealed record AddressFacts : IFacts<AddressFacts>
{
    private const int PostalDigits = 7;

    [DisplayName("郵便番号")] public string PostalCode { get; init; } = "";

    [DisplayName("区")] public Ward? Ward { get; init; }

    /// <summary>Whether the client lives outside Fukuoka, where there is no ward of ours.</summary>
    [DisplayName("福岡市外")] public bool IsOutside { get; init; }

    /// <summary>Town, number, building; for an address outside Fukuoka also the municipality.</summary>
    [DisplayName("町名・番地・建物")] public string Rest { get; init; } = "";

    /// <inheritdoc/>
    public AddressFacts Checked(DateOnly today) => IsOutside && Ward is not null
        ? throw new RuleException("福岡市の区か、福岡市外か、どちらかを選んでください。", nameof(Ward))
        : this with { PostalCode = Postal(PostalCode), Rest = Rest.Short("町名・番地・建物") };

    /// <summary>Returns 810-0001, typed with or without dash in either width.</summary>
    private static string Postal(string typed)
    {
        var digits = new string([.. typed.Plain.Where(char.IsAsciiDigit)]);
        return digits.Length == PostalDigits ? $"{digits[..3]}-{digits[3..]}" : string.IsNullOrWhiteSpace(typed) ? ""
            : throw new RuleException("郵便番号は、7けたの数字で入力してください。", nameof(PostalCode));
    }
}
