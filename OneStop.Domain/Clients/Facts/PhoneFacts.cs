using System.ComponentModel;

namespace OneStop.Domain.Clients.Facts;

/// <summary>A telephone number with a remark: 自宅, 母（取次可）.</summary>
public sealed record PhoneLine(string Number, string Remark);

/// <summary>
/// 電話番号: the first is the one that is called (<see cref="Client.Phone"/>); the others are <see cref="ClientPhone"/>s.
/// </summary>
public sealed record PhoneFacts : IFacts<PhoneFacts>
{
    /// <summary>The most numbers of a client.</summary>
    public const int Most = 6;

    [DisplayName("電話番号")] public ValueList<PhoneLine> Lines { get; init; } = [];

    /// <inheritdoc/>
    public PhoneFacts Checked(DateOnly today)
    {
        var lines = Lines.Where(l => !string.IsNullOrWhiteSpace(l.Number) || !string.IsNullOrWhiteSpace(l.Remark)).Select(Checked).ToList();
        if (lines.Count > Most)
            throw new RuleException($"電話番号は{Most}つまで入力できます。", nameof(Lines));
        if (lines.DistinctBy(l => l.Number).Count() < lines.Count)
            throw new RuleException("同じ電話番号が2つあります。", nameof(Lines));
        return new() { Lines = [.. lines] };
    }

    private static PhoneLine Checked(PhoneLine line) => PhoneNumber.TryRead(line.Number, out var number)
        ? new(number.Value, line.Remark.Short("メモ", nameof(Lines)))
        : throw new RuleException("電話番号を、市外局番から10けたか11けたで入力してください。", nameof(Lines));
}

/// <summary>A further telephone number of a client, after <see cref="Client.Phone"/>.</summary>
public sealed class ClientPhone
{
    private ClientPhone() { }

    /// <param name="place">The place among the further numbers, from 0.</param>
    internal static ClientPhone Of(Guid clientId, PhoneLine line, int place, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), ClientId = clientId, Number = line.Number, Remark = line.Remark, Place = place };

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }

    /// <summary>The digits.</summary>
    public string Number { get; private set; } = "";

    public string Remark { get; private set; } = "";
    public int Place { get; private set; }

    /// <summary>Sets what a form says of this number.</summary>
    internal void Change(PhoneLine line, int place) => (Number, Remark, Place) = (line.Number, line.Remark, place);
}
