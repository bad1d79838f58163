using System.Globalization;
using OneStop.Domain.Friends;
using OneStop.Domain.Search;

namespace OneStop.Domain.Clients;

/// <summary>対象者の確認: what the person answered when asked whether they are a single parent (or about to be one) who lives in the city.</summary>
public enum Eligibility
{
    NotAsked,
    Yes,

    /// <summary>よく分からない: leads to a person, never to a refusal.</summary>
    Unsure,

    /// <summary>ちがう: leads to a person as well; 親等 includes widows and people about to divorce.</summary>
    No,
}

/// <summary>利用者: a single parent who uses the service. Born at the first booking, or by staff; one who came by phone has no <see cref="Friend"/>.</summary>
public sealed class Client
{
    /// <summary>The most characters of a name, as people count them.</summary>
    public const int LongestName = Friend.LongestName;

    private Client() { }

    /// <param name="number">The next free number.</param>
    /// <param name="friend">The LINE friend, if they came through LINE.</param>
    /// <param name="registeredBy">Who entered the person; null if they did it themselves in LINE.</param>
    public static Client Of(int number, Friend? friend, Guid? registeredBy, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), Number = number, FriendId = friend?.Id, RegisteredBy = registeredBy, BornAt = now };

    public Guid Id { get; private set; }

    /// <summary>Counts the clients; 利用者番号 is made of it.</summary>
    public int Number { get; private set; }

    public Guid? FriendId { get; private set; }

    /// <summary>How a person without LINE wishes to be called; of one with LINE the friend knows it.</summary>
    public string? Name { get; private set; }

    /// <summary>The name as searching compares it.</summary>
    public string? FoldedName { get; private set; }

    /// <summary>For bookings by phone. Asked for on a page of ours, never in the talk.</summary>
    public string? Phone { get; private set; }

    public Eligibility Eligibility { get; private set; }
    public DateTimeOffset? EligibilityAt { get; private set; }

    /// <summary>In which words it was asked (<see cref="EligibilityQuestion.Rule"/>); null where it was not, or before that was kept.</summary>
    public string? EligibilityRule { get; private set; }

    public DateTimeOffset BornAt { get; private set; }
    public Guid? RegisteredBy { get; private set; }

    /// <summary>消去の依頼: since when the person wishes their records deleted; a person decides what the law lets go.</summary>
    public DateTimeOffset? ErasureAskedAt { get; private set; }

    /// <summary>利用者番号: R-0012</summary>
    public static string NumberOf(int number) => $"R-{number.ToString("D4", CultureInfo.InvariantCulture)}";

    /// <summary>The person answered whether the service is for them.</summary>
    /// <param name="rule">In which words they were asked.</param>
    public void Answer(Eligibility eligibility, string rule, DateTimeOffset now) => (Eligibility, EligibilityRule, EligibilityAt) = (eligibility, rule, now);

    /// <summary>How to call a person without LINE.</summary>
    /// <exception cref="RuleException">Empty or too long.</exception>
    public void CallAs(string name)
    {
        if (name.Trim() is not { Length: > 0 } given || !Friend.IsName(given))
            throw new RuleException($"お名前（呼び名）を{LongestName}文字までで入力してください。");
        Name = given;
        Fold();
    }

    /// <summary>Brings what a search compares to how it compares now.</summary>
    internal void Fold() => FoldedName = Name is null ? null : new FoldedText(Name).Text;

    /// <summary>The number to call for a talk by phone; null forgets it.</summary>
    public void CallAt(PhoneNumber? phone) => Phone = phone?.Value;

    /// <summary>The person wishes to be forgotten.</summary>
    public void AskErasure(DateTimeOffset now) => ErasureAskedAt ??= now;

    /// <summary>They have thought better of it.</summary>
    public void TakeErasureBack() => ErasureAskedAt = null;
}
