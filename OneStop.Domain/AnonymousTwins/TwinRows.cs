using OneStop.Domain.AnonymousTwins.Finding;
using OneStop.Domain.Safeguards;

namespace OneStop.Domain.AnonymousTwins;

/// <summary>A find with what was decided about it.</summary>
/// <param name="Decision">Null while it is open.</param>
public sealed record FindRow(FoundIdentifier Find, DecisionRow? Decision);

/// <summary>What was decided about a find.</summary>
public sealed record DecisionRow(int Start, IdentifierKind Kind, string Original, string Replacement, string Reason);

/// <summary>A text and its twin while it is being made or confirmed.</summary>
public sealed record TwinView : IShowsPerson
{
    public required Guid? TwinId { get; init; }
    public required int? Number { get; init; }
    public required string Kind { get; init; }
    public required Guid SourceId { get; init; }
    public required string KindInJapanese { get; init; }
    public required TwinState State { get; init; }
    public required Guid ClientId { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>The address of the page of the text.</summary>
    public required string Link { get; init; }

    /// <summary>The words as they are.</summary>
    public required string Text { get; init; }

    /// <summary>The words with the present replacements.</summary>
    public required string Anonymised { get; init; }

    /// <summary>The digest of <see cref="Anonymised"/>, for confirming exactly this.</summary>
    public required string Digest { get; init; }

    /// <summary>All finds and marks in their order.</summary>
    public required IReadOnlyList<FindRow> Finds { get; init; }

    /// <summary>What could tell who it is by its rarity.</summary>
    public required IReadOnlyList<RareFact> Rare { get; init; }

    public required string? SentBackReason { get; init; }

    /// <summary>Whether the actor may confirm it: they neither wrote the record nor took part in making the twin.</summary>
    public required bool MayConfirm { get; init; }

    /// <summary>Whether an earlier twin was outdated by a change of the text.</summary>
    public required bool HadAnother { get; init; }

    ShownPerson IShowsPerson.Shown => ShownPerson.Of(null, ClientId);

    /// <summary>The number of finds that are not decided.</summary>
    public int Open => Finds.Count(f => f.Decision is null);
}

/// <summary>Which twins a list shows.</summary>
public sealed record TwinFilter
{
    public TwinState? State { get; init; }
}

/// <summary>A twin as a row of the list. It names nobody.</summary>
public sealed record TwinRow
{
    public required Guid Id { get; init; }
    public required int Number { get; init; }
    public required string Kind { get; init; }
    public required string KindInJapanese { get; init; }
    public required Guid SourceId { get; init; }
    public required DateOnly On { get; init; }
    public required TwinState State { get; init; }
    public required string MadeByName { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
}

/// <summary>経過記録（匿名）: a text as the City reads it. It has no id, no date and no name.</summary>
/// <param name="Number">The person's number in this month; another one next month.</param>
/// <param name="Order">The place among the person's texts of the month, from 1.</param>
public sealed record CityText(int Number, int Order, string Kind, string Text);

/// <summary>The names shown on screen.</summary>
public static class TwinStates
{
    extension(TwinState state)
    {
        public string InJapanese => state switch
        {
            TwinState.Drawn => "作成中",
            TwinState.Asked => "確認待ち",
            TwinState.Confirmed => "確認済み",
            TwinState.SentBack => "差し戻し",
            TwinState.Outdated => "古い",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
    }
}
