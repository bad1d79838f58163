using System.Diagnostics.CodeAnalysis;
using OneStop.Domain.Clients;

namespace OneStop.Domain.Bookings.Dialogue;

/// <summary>What a button of the booking dialogue asks for. What comes back is no more trusted than what somebody types: everything is looked at anew.</summary>
public abstract record DialogueStep
{
    /// <summary>Every button of the dialogue begins with it.</summary>
    public const string Prefix = "book/";

    /// <summary>What the button posts back, with <see cref="Prefix"/>; 300 characters at most (LINE).</summary>
    public string Data => Prefix + Words;

    protected abstract string Words { get; }

    /// <summary>Reads what was posted back.</summary>
    public static bool TryRead(string data, [NotNullWhen(true)] out DialogueStep? step)
    {
        step = null;
        if (!data.StartsWith(Prefix, StringComparison.Ordinal))
            return false;
        var words = data[Prefix.Length..];
        if (BookingWish.TryRead(words, out var wish))
        {
            step = new Chooses(wish);
            return true;
        }
        var parts = words.Split('/', 3);
        var hasId = Guid.TryParseExact(parts.ElementAtOrDefault(1), "N", out var id);
        step = parts[0] switch
        {
            "mine" when parts.Length == 1 => new LooksAtMine(),
            "now" when parts.Length == 1 => new WantsNow(),
            "form" when parts.Length == 1 => new WantsForm(),
            "yes" or "yes!" when Rest(words, out wish) => new SaysEligible(Eligibility.Yes, wish, parts[0].EndsWith('!')),
            "unsure" or "unsure!" when Rest(words, out wish) => new SaysEligible(Eligibility.Unsure, wish, parts[0].EndsWith('!')),
            "no" or "no!" when Rest(words, out wish) => new SaysEligible(Eligibility.No, wish, parts[0].EndsWith('!')),
            "both" when Rest(words, out wish) => new AnswersOneCard(true, wish),
            "neither" when Rest(words, out wish) => new AnswersOneCard(false, wish),
            "agree" when Rest(words, out wish) => new SaysConsent(true, wish),
            "refuse" when Rest(words, out wish) => new SaysConsent(false, wish),
            "agree" when parts.Length == 1 => new SaysConsent(true, null),
            "refuse" when parts.Length == 1 => new SaysConsent(false, null),
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
            "withdraw" when parts.Length == 1 => new WithdrawsConsent(false),
            "withdraw!" when parts.Length == 1 => new WithdrawsConsent(true),
            "erase" when parts.Length == 1 => new AsksErasure(false),
            "erase!" when parts.Length == 1 => new AsksErasure(true),
            _ => null,
        };
        return step is not null;
    }

    private static bool Rest(string words, [NotNullWhen(true)] out BookingWish? wish)
    {
        wish = null;
        var slash = words.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && BookingWish.TryRead(words[(slash + 1)..], out wish);
    }
}

/// <summary>Chose a kind, a method, a day or a time.</summary>
public sealed record Chooses(BookingWish Wish) : DialogueStep
{
    protected override string Words => Wish.ToString();
}

/// <summary>満席の日を待つ: which days are full, in the weeks that are shown.</summary>
public sealed record LooksAtFull(BookingWish Wish) : DialogueStep
{
    protected override string Words => $"full/{Wish}";
}

/// <summary>この内容で予約する</summary>
/// <param name="HeldId">The booking that is held for them.</param>
/// <param name="Wish">What it was, in case the hold is over.</param>
public sealed record Confirms(Guid HeldId, BookingWish Wish) : DialogueStep
{
    protected override string Words => $"ok/{HeldId:N}/{Wish}";
}

/// <summary>対象者の確認, before the first booking.</summary>
/// <param name="IsSure">They were asked whether another answer, given before, is to be changed.</param>
public sealed record SaysEligible(Eligibility Answer, BookingWish Wish, bool IsSure = false) : DialogueStep
{
    protected override string Words => $"{(Answer == Eligibility.Yes ? "yes" : Answer == Eligibility.No ? "no" : "unsure")}{(IsSure ? "!" : "")}/{Wish}";
}

/// <summary>個人情報の取り扱いへの同意.</summary>
/// <param name="Wish">What they go on to book; null goes on to the page for a telephone number.</param>
public sealed record SaysConsent(bool Agrees, BookingWish? Wish) : DialogueStep
{
    protected override string Words => $"{(Agrees ? "agree" : "refuse")}{(Wish is null ? "" : $"/{Wish}")}";
}

/// <summary>対象者の確認 and 個人情報の取り扱いへの同意 on one card.</summary>
/// <param name="Fits">あてはまり、同意して進む; else わからない・ちがう, which agrees to nothing.</param>
public sealed record AnswersOneCard(bool Fits, BookingWish Wish) : DialogueStep
{
    protected override string Words => $"{(Fits ? "both" : "neither")}/{Wish}";
}

/// <summary>予約を確認</summary>
public sealed record LooksAtMine : DialogueStep
{
    protected override string Words => "mine";
}

/// <summary>今すぐ相談</summary>
public sealed record WantsNow : DialogueStep
{
    protected override string Words => "now";
}

/// <summary>電話番号を入れる: on a page of ours, once more where the first address is used or over.</summary>
public sealed record WantsForm : DialogueStep
{
    protected override string Words => "form";
}

/// <summary>予約を変更する</summary>
public sealed record WantsToMove(Guid BookingId) : DialogueStep
{
    protected override string Words => $"move/{BookingId:N}";
}

/// <summary>予約を取り消す: asked once more.</summary>
public sealed record WantsToCancel(Guid BookingId) : DialogueStep
{
    protected override string Words => $"cancel/{BookingId:N}";
}

/// <summary>取り消す</summary>
public sealed record Cancels(Guid BookingId) : DialogueStep
{
    protected override string Words => $"cancel!/{BookingId:N}";
}

/// <summary>行けないことを伝える, where it is not said of which booking: the one that is coming, if there is only one.</summary>
public sealed record CannotCome : DialogueStep
{
    protected override string Words => "cannot";
}

/// <summary>行けないことを伝える, where it is too late to cancel or to move by oneself: one tap instead of words.</summary>
/// <param name="WantsOtherTime">時間を変えたいと伝える</param>
public sealed record LeavesToStaff(Guid BookingId, bool WantsOtherTime) : DialogueStep
{
    protected override string Words => $"{(WantsOtherTime ? "other" : "away")}/{BookingId:N}";
}

/// <summary>Why it was cancelled: one tap, if at all.</summary>
public sealed record Explains(Guid BookingId, CancelReason Reason) : DialogueStep
{
    protected override string Words => $"why/{BookingId:N}/{Reason}";
}

/// <summary>確認 on a reminder.</summary>
public sealed record Acknowledges(Guid BookingId) : DialogueStep
{
    protected override string Words => $"seen/{BookingId:N}";
}

/// <summary>空いたら知らせる</summary>
public sealed record WantsToWait(BookingWish Wish) : DialogueStep
{
    protected override string Words => $"wait/{Wish}";
}

/// <summary>The offered time is taken.</summary>
public sealed record TakesOffer(Guid WaitingId) : DialogueStep
{
    protected override string Words => $"offer/{WaitingId:N}";
}

/// <summary>もう知らせなくてよい</summary>
public sealed record StopsWaiting(Guid WaitingId) : DialogueStep
{
    protected override string Words => $"nowait/{WaitingId:N}";
}

/// <summary>同意の撤回, asked once more first.</summary>
public sealed record WithdrawsConsent(bool IsSure) : DialogueStep
{
    protected override string Words => IsSure ? "withdraw!" : "withdraw";
}

/// <summary>記録の消去の依頼, asked once more first.</summary>
public sealed record AsksErasure(bool IsSure) : DialogueStep
{
    protected override string Words => IsSure ? "erase!" : "erase";
}
