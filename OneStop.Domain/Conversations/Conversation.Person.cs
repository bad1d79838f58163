namespace OneStop.Domain.Conversations;

// What staff keeps about the person, beside the messages.
public sealed partial class Conversation
{
    /// <summary>要注意: shown first to whoever opens the conversation.</summary>
    public Mark? Caution { get; private set; }

    /// <summary>
    /// 連絡は控えめに: others may see the telephone's screen, so an answer is announced by a notice with a button that contains none of its text.
    /// </summary>
    public Mark? Discretion { get; private set; }

    /// <summary>連絡不可の時間帯: the hours in which the person must not be contacted.</summary>
    public NoContactHours? NoContact { get; private set; }

    /// <summary>The memo of staff about this person.</summary>
    public Memo? Memo { get; private set; }

    /// <summary>Sets 要注意 with its reason; null removes it.</summary>
    public void SetCaution(Mark? caution) => Caution = caution;

    /// <summary>Sets 連絡は控えめに; null removes it.</summary>
    public void BeDiscreet(Mark? discretion) => Discretion = discretion;

    /// <summary>Sets 連絡不可の時間帯; null removes it.</summary>
    public void KeepAway(NoContactHours? hours) => NoContact = hours;

    /// <summary>Sets the memo; empty removes it.</summary>
    /// <exception cref="RuleException">The memo is too long.</exception>
    public void Remember(string text, Guid staffId, DateTimeOffset now)
    {
        if (text.Length > Memo.Longest)
            throw new RuleException($"メモは{Memo.Longest:N0}文字までです。", nameof(MemoWish.Text));
        Memo = string.IsNullOrWhiteSpace(text) ? null : new(now, staffId, text);
    }
}
