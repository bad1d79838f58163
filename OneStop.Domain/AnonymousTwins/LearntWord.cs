using OneStop.Domain.AnonymousTwins.Finding;

namespace OneStop.Domain.AnonymousTwins;

/// <summary>覚えた言葉: what was decided about a word of a client; it is found and proposed in all their texts from then on.</summary>
public sealed class LearntWord
{
    private LearntWord() { }

    /// <summary>Learns a word.</summary>
    public static LearntWord Of(Guid clientId, IdentifierKind kind, string text, string replacement, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), ClientId = clientId, Kind = kind, Text = text, Replacement = replacement, At = now };

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }
    public IdentifierKind Kind { get; private set; }
    public string Text { get; private set; } = "";
    public string Replacement { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>Dates and ages mean something else in the next text, so they are not learnt.</summary>
    public static bool IsLearnt(IdentifierKind kind) => kind is not (IdentifierKind.Date or IdentifierKind.Age or IdentifierKind.Children);

    /// <summary>Learns another replacement.</summary>
    public void Replace(IdentifierKind kind, string replacement, DateTimeOffset now) => (Kind, Replacement, At) = (kind, replacement, now);
}

/// <summary>
/// その月の番号: under which a person's texts of one month go to the City. Drawn anew each month, so that nobody can join the months and
/// recognise somebody by the sum.
/// </summary>
public sealed class MonthNumber
{
    /// <summary>Numbers are drawn from 1 to this.</summary>
    public const int Most = 9999;

    private MonthNumber() { }

    public static MonthNumber Of(DateOnly month, Guid clientId, int number) => new() { Month = month, ClientId = clientId, Number = number };

    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; private set; }

    public Guid ClientId { get; private set; }
    public int Number { get; private set; }
}
