using System.Diagnostics.CodeAnalysis;
using OneStop.Domain.Clients.Dialogues;

namespace OneStop.Domain.Bookings.Dialogue;

/// <summary>A button of the booking dialogue.</summary>
public abstract record BookingStep : DialogueStep
{
    /// <summary>The prefix of the data of these buttons.</summary>
    public const string Prefix = "book/";

    /// <inheritdoc/>
    public sealed override string Data => Prefix + Words;

    protected abstract string Words { get; }

    /// <summary>Parses what follows the prefix; null if it is no step.</summary>
    public static BookingStep? Read(string words)
    {
        if (BookingWish.TryRead(words, out var wish))
            return new Chooses(wish);
        var parts = words.Split('/', 3);
        var hasId = Guid.TryParseExact(parts.ElementAtOrDefault(1), "N", out var id);
        return parts[0] switch
        {
            "mine" when parts.Length == 1 => new LooksAtMine(),
            "now" when parts.Length == 1 => new WantsNow(),
            "full" when Rest(words, out wish) => new LooksAtFull(wish),
            "wait" when Rest(words, out wish) => new WantsToWait(wish),
            "ok" when hasId && parts.Length == 3 && BookingWish.TryRead(parts[2], out wish) => new Confirms(id, wish),
            "move" when hasId => new WantsToMove(id),
            "cancel" when hasId => new WantsToCancel(id),
            "cancel!" when hasId => new Cancels(id),
            "cannot" when parts.Length == 1 => new CannotCome(),
            "away" when hasId => new LeavesToStaff(id, WantsOtherTime: false),
            "other" when hasId => new LeavesToStaff(id, WantsOtherTime: true),
            "seen" when hasId => new Acknowledges(id),
            "offer" when hasId => new TakesOffer(id),
            "nowait" when hasId => new StopsWaiting(id),
            "why" when hasId && Enum.TryParse<CancelReason>(parts.ElementAtOrDefault(2), out var reason) && Enum.IsDefined(reason) => new Explains(id, reason),
            _ => null,
        };
    }

    /// <summary>Parses the data of a postback, with the prefix.</summary>
    public static bool TryRead(string data, [NotNullWhen(true)] out BookingStep? step)
    {
        step = data.StartsWith(Prefix, StringComparison.Ordinal) ? Read(data[Prefix.Length..]) : null;
        return step is not null;
    }

    private static bool Rest(string words, [NotNullWhen(true)] out BookingWish? wish)
    {
        wish = null;
        var slash = words.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && BookingWish.TryRead(words[(slash + 1)..], out wish);
    }
}

/// <summary>The client chose a kind, a method, a day or a time.</summary>
public sealed record Chooses(BookingWish Wish) : BookingStep
{
    protected override string Words => Wish.ToString();
}

/// <summary>満席の日を待つ: asks which of the days shown are full.</summary>
public sealed record LooksAtFull(BookingWish Wish) : BookingStep
{
    protected override string Words => $"full/{Wish}";
}

/// <summary>この内容で予約する</summary>
/// <param name="HeldId">The hold, or for a move the booking to be moved.</param>
/// <param name="Wish">What was chosen, in case the hold has run out.</param>
public sealed record Confirms(Guid HeldId, BookingWish Wish) : BookingStep
{
    protected override string Words => $"ok/{HeldId:N}/{Wish}";
}

/// <summary>予約を確認</summary>
public sealed record LooksAtMine : BookingStep
{
    protected override string Words => "mine";
}

/// <summary>今すぐ相談</summary>
public sealed record WantsNow : BookingStep
{
    protected override string Words => "now";
}

/// <summary>予約を変更する</summary>
public sealed record WantsToMove(Guid BookingId) : BookingStep
{
    protected override string Words => $"move/{BookingId:N}";
}

/// <summary>予約を取り消す: asks once more before cancelling.</summary>
public sealed record WantsToCancel(Guid BookingId) : BookingStep
{
    protected override string Words => $"cancel/{BookingId:N}";
}

/// <summary>取り消す</summary>
public sealed record Cancels(Guid BookingId) : BookingStep
{
    protected override string Words => $"cancel!/{BookingId:N}";
}

/// <summary>行けないことを伝える, without naming a booking: the only coming one is meant; with several the client chooses.</summary>
public sealed record CannotCome : BookingStep
{
    protected override string Words => "cannot";
}

/// <summary>行けないことを伝える, after the deadline for changes by the client: one tap instead of typing.</summary>
/// <param name="WantsOtherTime">時間を変えたいと伝える</param>
public sealed record LeavesToStaff(Guid BookingId, bool WantsOtherTime) : BookingStep
{
    protected override string Words => $"{(WantsOtherTime ? "other" : "away")}/{BookingId:N}";
}

/// <summary>Gives the reason of a cancellation with one tap; optional.</summary>
public sealed record Explains(Guid BookingId, CancelReason Reason) : BookingStep
{
    protected override string Words => $"why/{BookingId:N}/{Reason}";
}

/// <summary>確認 on a reminder.</summary>
public sealed record Acknowledges(Guid BookingId) : BookingStep
{
    protected override string Words => $"seen/{BookingId:N}";
}

/// <summary>空いたら知らせる</summary>
public sealed record WantsToWait(BookingWish Wish) : BookingStep
{
    protected override string Words => $"wait/{Wish}";
}

/// <summary>Takes the time offered to a client on the waiting list.</summary>
public sealed record TakesOffer(Guid WaitingId) : BookingStep
{
    protected override string Words => $"offer/{WaitingId:N}";
}

/// <summary>もう知らせなくてよい</summary>
public sealed record StopsWaiting(Guid WaitingId) : BookingStep
{
    protected override string Words => $"nowait/{WaitingId:N}";
}
