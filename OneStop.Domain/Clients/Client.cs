using System.Globalization;
using OneStop.Domain.Friends;
using OneStop.Domain.Search;

namespace OneStop.Domain.Clients;

/// <summary>対象者の確認: the person's answer to the question whether they are a single parent (or about to become one) who lives in the city.</summary>
public enum Eligibility
{
    NotAsked,
    Yes,

    /// <summary>よく分からない: staff talks with the person; nobody is refused.</summary>
    Unsure,

    /// <summary>ちがう: staff talks with the person as well; 親等 includes widows and people about to divorce.</summary>
    No,
}

/// <summary>
/// 利用者: a single parent who uses the service. Created at the first booking, or by staff; one who came by telephone has no <see cref="Friend"/>.
/// </summary>
public sealed partial class Client
{
    /// <summary>The most characters of a name, in text elements.</summary>
    public const int LongestName = Friend.LongestName;

    private Client() { }

    /// <param name="number">The next free number.</param>
    /// <param name="friend">The LINE friend; null if the person came by telephone.</param>
    /// <param name="registeredBy">The member of staff who entered the person; null if they did it themselves in LINE.</param>
    public static Client Of(int number, Friend? friend, Guid? registeredBy, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            Number = number,
            FriendId = friend?.Id,
            RegisteredBy = registeredBy,
            BornAt = now,
            Arrival = friend is null ? Arrival.Phone : Arrival.Line,
        };

    public Guid Id { get; private set; }

    /// <summary>A consecutive number, from which 利用者番号 is made.</summary>
    public int Number { get; private set; }

    public Guid? FriendId { get; private set; }

    /// <summary>What a person without LINE wishes to be called; for one with LINE it is in <see cref="Friend"/>.</summary>
    public string? Name { get; private set; }

    /// <summary>The name in the form that searches compare.</summary>
    public string? FoldedName { get; private set; }

    /// <summary>The telephone number for talks by telephone. Asked for on a page of this portal, never in the conversation.</summary>
    public string? Phone { get; private set; }

    public Eligibility Eligibility { get; private set; }
    public DateTimeOffset? EligibilityAt { get; private set; }

    /// <summary>
    /// The wording of the question (<see cref="EligibilityQuestion.Rule"/>); null if it was not asked, or before the wording was recorded.
    /// </summary>
    public string? EligibilityRule { get; private set; }

    public DateTimeOffset BornAt { get; private set; }

    /// <summary>How the person came first.</summary>
    public Arrival Arrival { get; private set; }

    public Guid? RegisteredBy { get; private set; }

    /// <summary>消去の依頼: when the person asked for their records to be deleted; staff decides what the law allows. Null if they did not.</summary>
    public DateTimeOffset? ErasureAskedAt { get; private set; }

    /// <summary>消去: since when nothing of the person may be entered any more, because their records are being deleted or are gone; null if not.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>利用者番号: R-0012</summary>
    public static string NumberOf(int number) => $"R-{number.ToString("D4", CultureInfo.InvariantCulture)}";

    /// <summary>The client into whom this one was merged; null if it stands for itself. It keeps its number, which leads there.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>Records that everything of this client belongs to another from now on.</summary>
    internal void MergeInto(Guid survivorId) => MergedIntoId = survivorId;

    /// <summary>Makes the client stand for itself again.</summary>
    internal void ComeBack() => MergedIntoId = null;

    /// <summary>Sets the LINE friend to whom messages are sent; null if there is none.</summary>
    internal void UseFriend(Guid? friendId) => FriendId = friendId;

    /// <summary>Records how the person came first.</summary>
    public void Arrive(Arrival arrival) => Arrival = arrival;

    /// <summary>Records the person's answer to the question of eligibility.</summary>
    /// <param name="rule">The wording of the question.</param>
    public void Answer(Eligibility eligibility, string rule, DateTimeOffset now) => (Eligibility, EligibilityRule, EligibilityAt) = (eligibility, rule, now);

    /// <summary>Sets what a person without LINE wishes to be called.</summary>
    /// <exception cref="RuleException">The name is empty or too long.</exception>
    public void CallAs(string name)
    {
        if (name.Trim() is not { Length: > 0 } given || !Friend.IsName(given))
            throw new RuleException($"お名前（呼び名）を{LongestName}文字までで入力してください。");
        Name = given;
        Fold();
    }

    /// <summary>Recomputes the folded names, after a change of the folding rules.</summary>
    internal void Fold() => (FoldedName, FoldedFullName, FoldedKana) =
        (Name is null ? null : new FoldedText(Name).Text, FullName is null ? null : Compact(FullName), Kana is null ? null : Compact(Kana));

    /// <summary>Sets the telephone number for talks by telephone; null deletes it. A remark on another number would be wrong.</summary>
    public void CallAt(PhoneNumber? phone) => (PhoneRemark, Phone) = (phone?.Value == Phone ? PhoneRemark : null, phone?.Value);

    /// <summary>Records that the person asks for their records to be deleted.</summary>
    public void AskErasure(DateTimeOffset now) => ErasureAskedAt ??= now;

    /// <summary>Takes back the request for deletion.</summary>
    public void TakeErasureBack() => ErasureAskedAt = null;

    /// <summary>Records that the deletion has begun; it cannot be taken back.</summary>
    internal void Erase(DateTimeOffset now) => ErasedAt ??= now;
}
