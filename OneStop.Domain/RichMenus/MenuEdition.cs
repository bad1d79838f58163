using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OneStop.Domain.Approvals;
using OneStop.Domain.Staff;

namespace OneStop.Domain.RichMenus;

/// <summary>
/// 版: one picture of the menu below the talk with what its buttons do, from the proposal to the day on which it is taken down.
/// Its contents never change: what differs is another edition. It may be put up only after the City approved it, and never by
/// the same person's word alone (承認は作成者以外).
/// </summary>
public sealed class MenuEdition
{
    /// <summary>Long enough for LINE's calls to be given up one after the other.</summary>
    private static readonly TimeSpan WorkFor = TimeSpan.FromMinutes(3);

    /// <summary>Of its approval.</summary>
    public const string Kind = "menu";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string buttons = "[]";

    private MenuEdition() { }

    /// <summary>Proposes a menu to the City.</summary>
    /// <param name="number">Counts the editions, from 1.</param>
    /// <param name="remark">What the City should know.</param>
    /// <exception cref="RuleException">The remark is too long.</exception>
    public static MenuEdition Propose(int number, MenuPicture picture, IReadOnlyList<MenuButton> buttons, string chatBarText, string remark,
        Guid staffId, DateTimeOffset now)
    {
        var edition = new MenuEdition
        {
            Id = Guid.CreateVersion7(now),
            Number = number,
            Picture = picture.Bytes,
            ContentType = picture.ContentType,
            buttons = JsonSerializer.Serialize(buttons, Json),
            ChatBarText = chatBarText,
        };
        edition.Approval = Approval.Ask(new(Kind, number, $"LINEメニュー 第{number}版", Duty.City, edition.ComputeDigest(), remark), staffId, now);
        return edition;
    }

    public Guid Id { get; private set; }
    public int Number { get; private set; }
    public byte[] Picture { get; private set; } = [];
    public string ContentType { get; private set; } = "";

    /// <summary>What stands on the bar that folds the menu.</summary>
    public string ChatBarText { get; private set; } = "";

    /// <summary>The buttons, row by row.</summary>
    public IReadOnlyList<MenuButton> Buttons => Read(buttons);

    /// <summary>Of all that clients see and press. The City approves this, and nothing else is put up.</summary>
    public Approval Approval { get; private set; } = null!;

    public MenuDisplay? Display { get; private set; }
    public ApprovalStep? Removal { get; private set; }

    /// <summary>Until when somebody is putting it up or taking it down; a portal that dies meanwhile lets it run out.</summary>
    public DateTimeOffset? BusyUntil { get; private set; }

    public MenuState State => MenuStates.Of(Approval.State, Display, Removal);

    /// <summary>承認: the City lets it be shown.</summary>
    /// <inheritdoc cref="Approvals.Approval.Grant"/>
    public void Approve(string seen, ApprovalLetter letter, Guid staffId, DateTimeOffset now) => Approval.Grant(seen, ComputeDigest(), letter, staffId, now);

    /// <summary>差し戻し: the City does not let it be shown as it is; also after an approval, while it is not up.</summary>
    /// <exception cref="RuleException">It is up or just being put up, or withdrawn, or sent back already, or there is no reason.</exception>
    public void SendBack(string reason, Guid staffId, DateTimeOffset now)
    {
        if (State == MenuState.Up)
            throw new RuleException("表示中のメニューです。先に業務責任者が表示をやめてから、差し戻してください。");
        if (BusyUntil > now)
            throw new RuleException("業務責任者が、いま表示を変えています。少し待ってから、もう一度押してください。");
        Approval.SendBack(reason, staffId, now);
    }

    /// <summary>Somebody begins to put it up or to take it down: one at a time, or each would clear away what the other has put up.</summary>
    public void Begin(DateTimeOffset now) => BusyUntil = now + WorkFor;

    /// <summary>That work ended, however it went.</summary>
    public void Rest() => BusyUntil = null;

    /// <summary>Somebody begins to put it up: from here on it is not sent back unseen.</summary>
    /// <exception cref="RuleException">The City has not approved exactly this.</exception>
    public void UseApproval(DateTimeOffset now) => Approval.Use(ComputeDigest(), now);

    /// <summary>It is what everybody sees.</summary>
    /// <param name="lineId">What LINE calls it.</param>
    public void PutUp(string lineId, Guid staffId, DateTimeOffset now)
    {
        Approval.RefuseUnlessGranted(ComputeDigest(), now);
        (Display, Removal) = (new(now, staffId, lineId), null);
    }

    /// <summary>Nobody sees it any more; it stays approved.</summary>
    public void TakeDown(Guid staffId, DateTimeOffset now) => Removal ??= new(now, staffId);

    internal static IReadOnlyList<MenuButton> Read(string buttons) => JsonSerializer.Deserialize<IReadOnlyList<MenuButton>>(buttons, Json) ?? [];

    private string ComputeDigest() => ContentDigest.Of(Picture, Encoding.UTF8.GetBytes(buttons), Encoding.UTF8.GetBytes(ChatBarText));
}
