namespace OneStop.Domain.Conversations;

// What colleagues keep about the person, beside what was said.
public sealed partial class Conversation
{
    /// <summary>要注意: whoever opens the talk is to know of it first.</summary>
    public Mark? Caution { get; private set; }

    /// <summary>連絡は控えめに: the telephone may be seen by others, so an answer first goes out as a notice with a button, without its words.</summary>
    public Mark? Discretion { get; private set; }

    /// <summary>連絡不可の時間帯: when the person must not be written to.</summary>
    public NoContactHours? NoContact { get; private set; }

    /// <summary>What colleagues are to know of this person, as they last wrote it.</summary>
    public Memo? Memo { get; private set; }

    /// <summary>要注意, with the reason that colleagues read; null takes it away.</summary>
    public void SetCaution(Mark? caution) => Caution = caution;

    /// <summary>連絡は控えめに; null takes it away.</summary>
    public void BeDiscreet(Mark? discretion) => Discretion = discretion;

    /// <summary>連絡不可の時間帯; null takes it away.</summary>
    public void KeepAway(NoContactHours? hours) => NoContact = hours;

    /// <summary>Writes the memo about the person anew.</summary>
    /// <exception cref="RuleException">It is too long.</exception>
    public void Remember(string text, Guid staffId, DateTimeOffset now)
    {
        if (text.Length > Memo.Longest)
            throw new RuleException($"メモは{Memo.Longest:N0}文字までです。", nameof(MemoWish.Text));
        Memo = string.IsNullOrWhiteSpace(text) ? null : new(now, staffId, text);
    }
}
