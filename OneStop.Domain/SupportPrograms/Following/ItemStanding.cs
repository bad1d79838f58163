using System.ComponentModel;

namespace OneStop.Domain.SupportPrograms.Following;

/// <summary>状態 of an item of support.</summary>
public enum ItemState
{
    /// <summary>予定</summary>
    Planned,

    /// <summary>進行中</summary>
    Underway,

    /// <summary>済み, with an <see cref="ItemOutcome"/>.</summary>
    Done,

    /// <summary>やめた, with the reason.</summary>
    Dropped,
}

/// <summary>結果 of an item that is done.</summary>
public enum ItemOutcome
{
    /// <summary>成功</summary>
    Reached,

    /// <summary>一部</summary>
    Partly,

    /// <summary>不成功</summary>
    NotReached,
}

/// <summary>How an item goes, as the form edits it.</summary>
/// <param name="Outcome">Null unless it is done.</param>
/// <param name="Why">Why it was reached partly or not at all, or was dropped; else empty or a remark.</param>
public sealed record StandingWish(
    [property: DisplayName("状態")] ItemState State, [property: DisplayName("結果")] ItemOutcome? Outcome, [property: DisplayName("理由・ひとこと")] string Why)
{
    /// <summary>The most characters of the words.</summary>
    public const int Longest = 500;

    /// <summary>Nothing was recorded yet.</summary>
    public static StandingWish Planned { get; } = new(ItemState.Planned, null, "");

    /// <summary>Whether words are obligatory: what was not reached, or was dropped, says why.</summary>
    public bool NeedsWhy => State == ItemState.Dropped || Outcome is ItemOutcome.Partly or ItemOutcome.NotReached;

    /// <exception cref="RuleException">The outcome or the reason is missing, or the words are too long.</exception>
    internal StandingWish Checked()
    {
        var wish = this with { Outcome = State == ItemState.Done ? Outcome : null, Why = Why.Trim() };
        return wish switch
        {
            { State: ItemState.Done, Outcome: null } => throw new RuleException("結果を選んでください。", nameof(Outcome)),
            { Why.Length: > Longest } => throw new RuleException($"「理由・ひとこと」は{Longest}文字までにしてください。", nameof(Why)),
            { NeedsWhy: true, Why.Length: 0 } => throw new RuleException(
                State == ItemState.Dropped ? "やめた理由を書いてください。" : "どこまでできたか、なぜかを書いてください。", nameof(Why)),
            _ => wish,
        };
    }
}

/// <summary>
/// How an item of support goes. It stands beside the versions, by the item's id, because the work goes on while the plan changes. Begun when a version
/// with the item is established.
/// </summary>
public sealed class ItemStanding
{
    private ItemStanding() { }

    /// <summary>Begins to follow an item of a version that is established.</summary>
    public static ItemStanding Of(Guid programId, Contents.SupportItem item, DateTimeOffset now)
    {
        var standing = new ItemStanding { Id = Guid.CreateVersion7(now), ProgramId = programId, ItemId = item.Id };
        standing.Stand(item.Until);
        return standing;
    }

    public Guid Id { get; private set; }
    public Guid ProgramId { get; private set; }
    public Guid ItemId { get; private set; }

    /// <summary>Whether the version in force has the item.</summary>
    public bool IsInForce { get; private set; }

    /// <summary>Until when it is planned by the version in force.</summary>
    public DateOnly? Until { get; private set; }

    public ItemState State { get; private set; }

    /// <summary>Null unless it is done.</summary>
    public ItemOutcome? Outcome { get; private set; }

    public string Why { get; private set; } = "";

    /// <summary>When somebody last recorded how it goes; null if nobody has.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }

    public Guid? ChangedBy { get; private set; }

    /// <summary>As the form shows it.</summary>
    public StandingWish Wish => new(State, Outcome, Why);

    /// <summary>Records how it goes.</summary>
    /// <exception cref="RuleException">The outcome or the reason is missing, or the words are too long.</exception>
    public void Change(StandingWish wish, Guid by, DateTimeOffset now)
    {
        (State, Outcome, Why) = wish.Checked();
        (ChangedAt, ChangedBy) = (now, by);
    }

    /// <summary>The version that is established has the item, until this day.</summary>
    public void Stand(DateOnly? until) => (IsInForce, Until) = (true, until);

    /// <summary>The version that is established has the item no more; how it went stays.</summary>
    public void Leave() => (IsInForce, Until) = (false, null);
}

/// <summary>The names shown on screen.</summary>
public static class ItemStates
{
    extension(ItemState state)
    {
        public string InJapanese => state switch
        {
            ItemState.Planned => "予定",
            ItemState.Underway => "進行中",
            ItemState.Done => "済み",
            ItemState.Dropped => "やめた",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

        /// <summary>Whether nothing is left to be done.</summary>
        public bool IsOver => state is ItemState.Done or ItemState.Dropped;
    }

    extension(ItemOutcome outcome)
    {
        public string InJapanese => outcome switch
        {
            ItemOutcome.Reached => "成功",
            ItemOutcome.Partly => "一部",
            ItemOutcome.NotReached => "不成功",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        };
    }

    extension(StandingWish wish)
    {
        /// <summary>進行中; 済み（一部）</summary>
        public string InWords => wish.Outcome is { } outcome ? $"{wish.State.InJapanese}（{outcome.InJapanese}）" : wish.State.InJapanese;
    }
}
