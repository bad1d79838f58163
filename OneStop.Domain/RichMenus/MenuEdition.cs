using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OneStop.Domain.Approvals;
using OneStop.Domain.Staff;

namespace OneStop.Domain.RichMenus;

/// <summary>
/// 版: a picture of the rich menu and the actions of its buttons, from the proposal until it is taken down. Its contents never change; a change is a
/// new edition. It can be put up only after the City has approved it, and nobody approves their own proposal (承認は作成者以外).
/// </summary>
public sealed class MenuEdition
{
    /// <summary>Longer than all of LINE's calls can take until they time out.</summary>
    private static readonly TimeSpan WorkFor = TimeSpan.FromMinutes(3);

    /// <summary>The kind of its approval.</summary>
    public const string Kind = "menu";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string buttons = "[]";

    private MenuEdition() { }

    /// <summary>Proposes a menu to the City.</summary>
    /// <param name="number">The number of the edition, from 1.</param>
    /// <param name="remark">A remark for the City.</param>
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

    /// <summary>The text on the bar that folds the menu.</summary>
    public string ChatBarText { get; private set; } = "";

    /// <summary>The buttons, row by row.</summary>
    public IReadOnlyList<MenuButton> Buttons => Read(buttons);

    /// <summary>The approval of everything that clients see and press. Only an approved edition can be put up.</summary>
    public Approval Approval { get; private set; } = null!;

    public MenuDisplay? Display { get; private set; }
    public ApprovalStep? Removal { get; private set; }

    /// <summary>Until when somebody is putting it up or taking it down. If the portal dies meanwhile, the time runs out.</summary>
    public DateTimeOffset? BusyUntil { get; private set; }

    public MenuState State => MenuStates.Of(Approval.State, Display, Removal);

    /// <summary>承認: the City approves it.</summary>
    /// <inheritdoc cref="Approvals.Approval.Grant"/>
    public void Approve(string seen, ApprovalLetter letter, Guid staffId, DateTimeOffset now) => Approval.Grant(seen, ComputeDigest(), letter, staffId, now);

    /// <summary>差し戻し: the City rejects it as it is; possible after an approval too, while it is not up.</summary>
    /// <exception cref="RuleException">It is up or being put up, was withdrawn or sent back already, or the reason is missing or too
    /// long.</exception>
    public void SendBack(string reason, Guid staffId, DateTimeOffset now)
    {
        if (State == MenuState.Up)
            throw new RuleException("表示中のメニューです。先に業務責任者が表示をやめてから、差し戻してください。");
        if (BusyUntil > now)
            throw new RuleException("業務責任者が、いま表示を変えています。少し待ってから、もう一度押してください。");
        Approval.SendBack(reason, staffId, now);
    }

    /// <summary>Begins putting it up or taking it down. Only one at a time, because each removes the menus of others at LINE.</summary>
    public void Begin(DateTimeOffset now) => BusyUntil = now + WorkFor;

    /// <summary>Ends that work, whether it succeeded or not.</summary>
    public void Rest() => BusyUntil = null;

    /// <summary>Checks and records the use of the approval before putting it up: a concurrent 差し戻し gets a conflict.</summary>
    /// <exception cref="RuleException">The City has not approved exactly this content.</exception>
    public void UseApproval(DateTimeOffset now) => Approval.Use(ComputeDigest(), now);

    /// <summary>Records that it is the menu of all friends.</summary>
    /// <param name="lineId">LINE's id of the menu.</param>
    public void PutUp(string lineId, Guid staffId, DateTimeOffset now)
    {
        Approval.RefuseUnlessGranted(ComputeDigest(), now);
        (Display, Removal) = (new(now, staffId, lineId), null);
    }

    /// <summary>Records that it was taken down; it stays approved.</summary>
    public void TakeDown(Guid staffId, DateTimeOffset now) => Removal ??= new(now, staffId);

    internal static IReadOnlyList<MenuButton> Read(string buttons) => JsonSerializer.Deserialize<IReadOnlyList<MenuButton>>(buttons, Json) ?? [];

    private string ComputeDigest() => ContentDigest.Of(Picture, Encoding.UTF8.GetBytes(buttons), Encoding.UTF8.GetBytes(ChatBarText));
}
