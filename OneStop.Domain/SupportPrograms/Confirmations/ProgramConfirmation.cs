using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Clients.Questionnaires;

namespace OneStop.Domain.SupportPrograms.Confirmations;

/// <summary>What the client answered.</summary>
public enum ConfirmationAnswer
{
    /// <summary>内容を確認しました</summary>
    Confirmed,

    /// <summary>話し合いたい</summary>
    WantsTalk,
}

/// <summary>
/// 本人の確認 of an approved version on a page of this portal, opened by a one-time link (<see cref="ClientLink"/>). The page shows nothing before the gate
/// was passed. It stands for one approval: what is reopened, sent back, ended or confirmed otherwise leaves it closed, whoever does that.
/// </summary>
public sealed class ProgramConfirmation
{
    /// <summary>After so many wrong tries, on all devices together, the page is closed.</summary>
    public const int MostTries = 5;

    /// <summary>The most characters of what the client wants to talk about.</summary>
    public const int LongestWords = 1000;

    /// <summary>The most characters that are kept of what could not be taken as an answer: what was typed is not lost because it is too long.</summary>
    public const int LongestHeard = 2 * LongestWords;

    /// <summary>The code of its links.</summary>
    public const string Kind = "program";

    /// <summary>The path of the page, before its key. It says nothing.</summary>
    public const string PagePath = "k/";

    /// <summary>How long a link is valid. The office's own rule, as for a questionnaire.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromDays(7);

    /// <summary>How long the contents are shown after the gate; then it asks again, because the telephone may lie about.</summary>
    public static readonly TimeSpan ShownFor = TimeSpan.FromHours(1);

    /// <summary>How long after words of danger no second card goes to the conversation: it would be the same, and staff have it due.</summary>
    public static readonly TimeSpan QuietAfterCard = TimeSpan.FromMinutes(10);

    /// <summary>How long after words of danger nothing is recorded of a device that did not pass the gate; it is shown whom to call each time.</summary>
    public static readonly TimeSpan QuietForOthers = TimeSpan.FromHours(1);

    private ProgramConfirmation() { }

    /// <summary>Makes a page for the newest version.</summary>
    /// <param name="link">The link that opens it.</param>
    /// <param name="digest">The digest of the words that it shows.</param>
    /// <exception cref="RuleException">The version is not approved, or the program has ended.</exception>
    public static ProgramConfirmation Of(SupportProgram program, ClientLink link, string digest, ConfirmationGate gate, Guid by, DateTimeOffset now) =>
        program.End is not null || program.NewestStep != VersionStep.Approved
            ? throw new RuleException("本人に送れるのは、承認されて本人の確認を待っている版だけです。画面を読み込み直してください。")
            : new()
            {
                Id = Guid.CreateVersion7(now),
                ProgramId = program.Id,
                LinkId = link.Id,
                Edition = program.Edition,
                Digest = digest,
                StandSince = program.StepSince,
                Gate = gate,
                CreatedBy = by,
                CreatedAt = now,
            };

    public Guid Id { get; private set; }
    public Guid ProgramId { get; private set; }
    public Guid LinkId { get; private set; }

    /// <summary>The number of the version.</summary>
    public int Edition { get; private set; }

    /// <summary>The digest of the words that the page shows.</summary>
    public string Digest { get; private set; } = "";

    /// <summary><see cref="SupportProgram.StepSince"/> of the approval for which it was made: each step of the program leaves it behind.</summary>
    public DateTimeOffset StandSince { get; private set; }

    public ConfirmationGate Gate { get; private set; }

    /// <summary>The keyed digest of the code; null if none was made.</summary>
    public string? CodeDigest { get; private set; }

    public Guid CreatedBy { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the address was last sent or copied; null if it was not.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    public Guid? SentBy { get; private set; }
    public SendingWay? Way { get; private set; }

    /// <summary>The message that carries the card; null if it was not sent in LINE, or taken back.</summary>
    public Guid? MessageId { get; private set; }

    /// <summary>Wrong entries at the gate.</summary>
    public int WrongTries { get; private set; }

    /// <summary>When too many of them closed the page; null if they did not.</summary>
    public DateTimeOffset? LockedAt { get; private set; }

    /// <summary>When the gate was first passed; null if it was not.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>When it was last passed.</summary>
    public DateTimeOffset? PassedAt { get; private set; }

    public ConfirmationAnswer? Answer { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>What the client wrote with the answer; may be empty.</summary>
    public string Words { get; private set; } = "";

    /// <summary>When an answer last came too late, because the version was changed meanwhile; null if none did.</summary>
    public DateTimeOffset? TooLateAt { get; private set; }

    /// <summary>What it said. It is never taken as an answer, but heard.</summary>
    public ConfirmationAnswer? LateAnswer { get; private set; }

    /// <summary>What was written with it; may be empty.</summary>
    public string LateWords { get; private set; } = "";

    /// <summary>The member of staff who got in touch after that; null while nobody did.</summary>
    public Guid? LateSeenBy { get; private set; }

    public DateTimeOffset? LateSeenAt { get; private set; }

    /// <summary>話し合った: when staff settled what the client wanted to talk about; null while it is open.</summary>
    public DateTimeOffset? TalkedAt { get; private set; }

    public Guid? TalkedBy { get; private set; }

    /// <summary>The member of staff who took the page back or made a newer one; null if nobody did.</summary>
    public Guid? WithdrawnBy { get; private set; }

    /// <summary>When words of danger were last written on the page; null if never.</summary>
    public DateTimeOffset? DangerAt { get; private set; }

    /// <summary>What was written, the newest first, until somebody has read it.</summary>
    public string DangerWords { get; private set; } = "";

    /// <summary>Whether an answer went at once to the conversation, where the flag stands; false for a client whom no automatic answer reaches.</summary>
    public bool IsDangerAnswered { get; private set; }

    /// <summary>The member of staff who got in touch after that or read it; null while nobody did.</summary>
    public Guid? DangerSeenBy { get; private set; }

    public DateTimeOffset? DangerSeenAt { get; private set; }

    /// <summary>Whether too many wrong entries closed it.</summary>
    public bool IsLocked => LockedAt is not null;

    /// <summary>How many entries are left.</summary>
    public int TriesLeft => Math.Max(0, MostTries - WrongTries);

    /// <summary>Whether the address has gone out, as far as we know.</summary>
    public bool IsSent => SentAt is not null && (Way == SendingWay.Copied || MessageId is not null);

    /// <summary>Whether the client wants to talk, and nobody has settled it.</summary>
    public bool WaitsForTalk => Answer == ConfirmationAnswer.WantsTalk && TalkedAt is null;

    /// <summary>Whether the client confirmed and wrote something with it, and nobody has settled it.</summary>
    public bool WaitsForReading => Answer == ConfirmationAnswer.Confirmed && Words.Length > 0 && TalkedAt is null;

    /// <summary>Whether the gate was passed not long ago.</summary>
    public bool IsShownAt(DateTimeOffset now) => PassedAt is { } at && now < at + ShownFor;

    /// <summary>Whether it stands for the present approval of a program that has not ended.</summary>
    public bool IsOf(SupportProgram program) => program.End is null && program.NewestStep == VersionStep.Approved && program.Edition == Edition
        && program.StepSince == StandSince;

    /// <summary>Sets another code; the one before opens nothing any more. Tries are not given back.</summary>
    public void OpenBy(string codeDigest) => CodeDigest = codeDigest;

    /// <summary>By what one knows whether a code that is shown is still that of the page; null while there is none.</summary>
    public string? CodeMark => CodeDigest is { } digest ? MarkOf(digest) : null;

    /// <summary>The beginning of a code's digest, which nobody can reckon without the portal's key.</summary>
    public static string MarkOf(string codeDigest) => codeDigest[..8];

    /// <summary>Records that a card with the address is on its way.</summary>
    public void Send(Guid messageId, Guid by, DateTimeOffset now) => (MessageId, Way, SentBy, SentAt) = (messageId, SendingWay.Line, by, now);

    /// <summary>Records that the card was taken back before it went out.</summary>
    public void TakeCardBack() => (MessageId, Way, SentBy, SentAt) = (null, null, null, null);

    /// <summary>Records that staff copied the text with the address.</summary>
    public void Copy(Guid by, DateTimeOffset now) => (Way, SentBy, SentAt) = (SendingWay.Copied, by, now);

    /// <summary>Records a wrong entry.</summary>
    public void Miss(DateTimeOffset now)
    {
        if (++WrongTries >= MostTries)
            LockedAt ??= now;
    }

    /// <summary>Records a right entry.</summary>
    public void Pass(DateTimeOffset now) => (OpenedAt, PassedAt) = (OpenedAt ?? now, now);

    /// <summary>Records the answer.</summary>
    /// <exception cref="RuleException">The words are too long.</exception>
    public void Take(ConfirmationAnswer answer, string words, DateTimeOffset now) =>
        (Answer, AnsweredAt, Words) = (answer, now, Checked(words));

    /// <summary>Keeps an answer that came too late. The same one sent again changes nothing.</summary>
    public void ComeTooLate(ConfirmationAnswer answer, string words, DateTimeOffset now)
    {
        var heard = Heard(words) is { Length: > 0 } text ? text : LateWords;
        if (TooLateAt is null || (LateAnswer, LateWords) != (answer, heard))
            (TooLateAt, LateAnswer, LateWords, LateSeenBy, LateSeenAt) = (now, answer, heard, null, null);
    }

    /// <summary>Records that a member of staff got in touch after a late answer, or takes that back.</summary>
    public void SeeLate(bool isSeen, Guid by, DateTimeOffset now) => (LateSeenBy, LateSeenAt) = isSeen ? (by, now) : ((Guid?)null, (DateTimeOffset?)null);

    /// <summary>話し合った, or takes that back.</summary>
    public void Talk(bool isSettled, Guid by, DateTimeOffset now) => (TalkedAt, TalkedBy) = isSettled ? (now, by) : ((DateTimeOffset?)null, (Guid?)null);

    /// <summary>Records who took it back, or made a newer one.</summary>
    public void Withdraw(Guid by) => WithdrawnBy ??= by;

    /// <summary>Keeps words of danger; whoever had got in touch before does so again.</summary>
    /// <param name="isAnswered">Whether an answer goes to the conversation at once.</param>
    public void MeetDanger(string words, bool isAnswered, DateTimeOffset now)
    {
        var heard = Heard(words);
        DangerWords = DangerSeenAt is null && DangerWords.Length > 0 && !DangerWords.StartsWith(heard, StringComparison.Ordinal) ? Heard($"{heard}\n{DangerWords}") : heard;
        (DangerAt, IsDangerAnswered, DangerSeenBy, DangerSeenAt) = (now, isAnswered, null, null);
    }

    /// <summary>Records that a member of staff got in touch, or takes that back.</summary>
    public void SeeDanger(bool isSeen, Guid by, DateTimeOffset now) => (DangerSeenBy, DangerSeenAt) = isSeen ? (by, now) : ((Guid?)null, (DateTimeOffset?)null);

    private static string Heard(string words) => words.Trim() is { Length: > LongestHeard } text ? text[..LongestHeard] : words.Trim();

    private static string Checked(string words) => words.ReplaceLineEndings("\n").Trim() is { Length: <= LongestWords } text ? text
        : throw new RuleException($"{LongestWords:N0}{{文字|もじ}}までで、{{書|か}}いてください。", nameof(Words));
}
