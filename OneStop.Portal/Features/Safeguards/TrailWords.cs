using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Bookings.Video;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Clients.Files;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Clients.Questionnaires;
using OneStop.Domain.Consultations;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Friends;
using OneStop.Domain.PersonTrail;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Features.Safeguards;

/// <summary>The entries of the audit trail in plain words.</summary>
internal static class TrailWords
{
    private const string Others = "そのほかの項目";

    private static readonly Dictionary<string, string> Fields = new()
    {
        [nameof(Client.Name)] = "名前",
        [nameof(Client.MergedIntoId)] = "統合",
        [nameof(Client.FriendId)] = "LINE",
        [nameof(Client.Arrival)] = "どこから",
        [nameof(Client.FullName)] = "氏名",
        [nameof(Client.Kana)] = "ふりがな",
        [nameof(Client.BirthDate)] = "生年月日",
        [nameof(Client.Phone)] = "電話番号",
        [nameof(Client.PhoneRemark)] = "電話番号のメモ",
        [nameof(ClientAddress.Facts)] = "内容",
        [nameof(ClientAddress.ChangedAt)] = "内容",
        [nameof(ClientAddress.ChangedBy)] = "内容",
        [nameof(Client.Eligibility)] = "対象者の確認",
        [nameof(Client.EligibilityAt)] = "対象者の確認",
        [nameof(Client.EligibilityRule)] = "対象者の確認",
        [nameof(Client.ErasureAskedAt)] = "消去の依頼",
        [nameof(Consent.Purpose)] = "目的",
        [nameof(Consent.WithdrawnAt)] = "撤回",
        [nameof(ClientFile.Title)] = "名前",
        [nameof(ClientFile.KindId)] = "種類",
        [nameof(ClientFile.DatedOn)] = "書類の日付",
        [nameof(ClientLink.SubmittedAt)] = "入力",
        [nameof(ClientLink.IsDeclined)] = "返事",
        [nameof(ClientQuestionnaire.SentAt)] = "送付",
        [nameof(ClientQuestionnaire.ReceivedAt)] = "受け取り",
        [nameof(QuestionnaireAnswer.Decision)] = "取り込み",
        [nameof(Booking.State)] = "状態",
        [nameof(Booking.Reason)] = "理由",
        [nameof(Booking.EndedAt)] = "終わり",
        [nameof(Booking.EndedBy)] = "終わり",
        [nameof(Booking.AcknowledgedAt)] = "確認",
        [nameof(Booking.DayReminderAt)] = "お知らせ",
        [nameof(Booking.HourReminderAt)] = "お知らせ",
        [nameof(Booking.LastNoticeId)] = "お知らせ",
        [nameof(Booking.HourNoticeId)] = "お知らせ",
        [nameof(Booking.InvitedAgainAt)] = "声かけ",
        [nameof(Booking.Late)] = "遅れの知らせ",
        [nameof(LiveTalk.BeganAt)] = "始まり",
        [nameof(Booking.StaffId)] = "担当",
        [nameof(Booking.IsAnnulled)] = "取り消し",
        [nameof(Slot.Start)] = "始まり",
        [nameof(Slot.End)] = "終わり",
        [nameof(VideoLink.ReplacedAt)] = "新しいアドレス",
        [nameof(VideoLink.ReplacedBy)] = "新しいアドレス",
        [nameof(VideoLink.MessageId)] = "送付",
        [nameof(VideoLink.RemindedAt)] = "お知らせ",
        [nameof(VideoLink.BookingId)] = "予約",
        [nameof(WaitingEntry.ToldAt)] = "空きのお知らせ",
        [nameof(WaitingEntry.ToldOf)] = "空きのお知らせ",
        [nameof(CallTry.Note)] = "メモ",
        [nameof(CallTry.NoticeAt)] = "本人へのお知らせ",
        [nameof(CallTry.NoticeId)] = "本人へのお知らせ",
        [nameof(CallTry.TakenBackAt)] = "取り消し",
        [nameof(Conversation.AssigneeId)] = "担当",
        [nameof(Conversation.AnswerDue)] = "返信の期限",
        [nameof(Conversation.AskedAt)] = "返信の期限",
        [nameof(Conversation.Closing)] = "完了",
        [nameof(Conversation.Caution)] = "要注意の印",
        [nameof(Conversation.Discretion)] = "連絡は控えめにの印",
        [nameof(Conversation.NoContact)] = "連絡不可の時間帯",
        [nameof(Conversation.Memo)] = "メモ",
        [nameof(Conversation.DangerAt)] = "危険の印",
        [nameof(Conversation.TroubleAt)] = "送信の不調",
        [nameof(Friend.CalledAs)] = "呼び名",
        [nameof(Friend.BlockedAt)] = "ブロック",
        [nameof(Friend.FollowedAt)] = "友だち追加",
        [nameof(LaterAnswer.SendAt)] = "送る日時",
        [nameof(LaterAnswer.CancelledAt)] = "取り消し",
        [nameof(LaterAnswer.CancelledBy)] = "取り消し",
        [nameof(Message.Text)] = "本文",
        [nameof(Message.UnsentAt)] = "送信取消",
        [nameof(StoredFile.PublicUntil)] = "リンクの期限",
        [nameof(Consultation.Method)] = "相談方法",
        [nameof(Consultation.Begin)] = "始まり",
        [nameof(Consultation.Minutes)] = "かかった時間",
        [nameof(Consultation.Edition)] = "版",
        [nameof(Consultation.Confirmation)] = "確定",
        [nameof(Consultation.Removal)] = "無効",
        [nameof(Consultation.NextStepDone)] = "次の一手",
        [nameof(ConsultationVersion.Complaint)] = "主訴",
        [nameof(ConsultationVersion.Assessment)] = "見立て",
        [nameof(ConsultationVersion.Support)] = "行ったこと",
        [nameof(ConsultationVersion.NextStep)] = "次の一手",
        [nameof(ConsultationComment.Acknowledgement)] = "確認",
    };

    /// <summary>Returns who did it.</summary>
    public static string Who(TrailRow row) => row.By switch
    {
        ActorKind.Staff => row.Who ?? "登録のない従事者",
        ActorKind.Line => "本人（LINE）",
        ActorKind.Clock => "自動処理",
        _ => "ログイン前の人",
    };

    /// <summary>Returns what was done.</summary>
    public static string What(TrailRow row) => row.Act switch
    {
        AuditAct.Looked => $"{SubjectOf(row)}を開いた",
        AuditAct.Previewed => "一覧や検索で見た",
        AuditAct.Exported => $"{SubjectOf(row)}を保存した（持ち出し）",
        AuditAct.Added => $"{SubjectOf(row)}を登録した",
        AuditAct.Removed => $"{SubjectOf(row)}を消した",
        AuditAct.Erased => $"{SubjectOf(row)}を消去した",
        _ => $"{SubjectOf(row)}を変えた（{FieldsOf(row)}）",
    };

    /// <summary>Returns the name of a filter.</summary>
    public static string Of(TrailKind kind) => kind switch
    {
        TrailKind.Looks => "見た",
        TrailKind.Changes => "変えた",
        _ => "持ち出した",
    };

    /// <summary>Returns the icon of an act.</summary>
    public static string IconOf(AuditAct act) => act switch
    {
        AuditAct.Looked or AuditAct.Previewed => MudBlazor.Icons.Material.Outlined.Visibility,
        AuditAct.Exported => MudBlazor.Icons.Material.Outlined.Download,
        _ => MudBlazor.Icons.Material.Outlined.Edit,
    };

    /// <summary>Returns the name of a kind of rows.</summary>
    /// <param name="subject">As in the trail: the name of their type.</param>
    public static string NameOf(string subject) => TrailSubjects.Names.GetValueOrDefault(subject, "記録");

    private static string SubjectOf(TrailRow row) => NameOf(row.Subject);

    /// <summary>Returns the names of the changed fields; fields without a name are summed up at the end.</summary>
    private static string FieldsOf(TrailRow row) =>
        string.Join("・", row.Fields.Select(f => Fields.GetValueOrDefault(f, Others)).Distinct().OrderBy(w => w == Others));
}
