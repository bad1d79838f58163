using OneStop.Domain;
using OneStop.Domain.AnonymousTwins;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Calendars;
using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Bookings.Video;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Channels;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Clients.Files;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Clients.Links;
using OneStop.Domain.Clients.Merging;
using OneStop.Domain.Clients.Questionnaires;
using OneStop.Domain.Clients.Tags;
using OneStop.Domain.Consultations;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Conversations.Search;
using OneStop.Domain.Conversations.Tags;
using OneStop.Domain.Employers.Ties;
using OneStop.Domain.Erasures;
using OneStop.Domain.Friends;
using OneStop.Domain.Partners.Cards;
using OneStop.Domain.Partners.Signpostings;
using OneStop.Domain.PersonTrail;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportMeasures.Explanations;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Assessment;
using OneStop.Domain.SupportPrograms.Benefits;
using OneStop.Domain.SupportPrograms.Comments;
using OneStop.Domain.SupportPrograms.Confirmations;
using OneStop.Domain.SupportPrograms.Following;
using OneStop.Domain.SupportPrograms.Listing;
using OneStop.Domain.SupportPrograms.Papers;
using OneStop.Domain.Today.Notes;

namespace OneStop.Portal.Features.Safeguards;

/// <summary>The names of the kinds of rows in the audit trail.</summary>
internal static class TrailSubjects
{
    /// <summary>The names, by the types of the rows.</summary>
    public static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>
    {
        [nameof(Booking)] = "予約",
        [$"{nameof(Booking)}.{nameof(Booking.Slot)}"] = "予約の日時",
        [nameof(Client)] = "利用者の情報",
        [nameof(FormerFriend)] = "前の電話",
        [nameof(ClientMerge)] = "利用者の統合",
        [nameof(DistinctClients)] = "ちがう人の記録",
        [nameof(EmployerTie)] = "求人事業者とのつながり",
        [nameof(ClientPhone)] = "電話番号",
        [nameof(ClientAddress)] = "住所",
        [nameof(ClientContact)] = "連絡のしかた",
        [nameof(ClientWork)] = "今の仕事",
        [nameof(ClientSkills)] = "資格・学歴・パソコン",
        [nameof(ClientWishes)] = "仕事の希望",
        [nameof(ClientHousehold)] = "家族",
        [nameof(ClientMoney)] = "家計と手当",
        [nameof(ClientHealth)] = "健康",
        [nameof(Consent)] = "同意",
        [nameof(ClientFile)] = "書類",
        [nameof(ClientLink)] = "利用者の専用ページ",
        [nameof(ClientQuestionnaire)] = "質問票",
        [nameof(QuestionnaireAnswer)] = "質問票の答え",
        [nameof(Conversation)] = "会話",
        [nameof(Friend)] = "LINE友だちの情報",
        [nameof(LaterAnswer)] = "送信予約",
        [nameof(Message)] = "メッセージ",
        [nameof(OutgoingMessage)] = "LINEへの送信",
        [nameof(StoredFile)] = "添付ファイル",
        [nameof(Tagging)] = "タグ",
        [nameof(Explanation)] = "支援策の説明",
        [nameof(MeasureApplication)] = "支援策の申請",
        [nameof(MeasureChecklist)] = "講座・貸付の前の質問",
        [nameof(ShiftNote)] = "申し送り",
        [nameof(WaitingEntry)] = "キャンセル待ち",
        [nameof(CallTry)] = "予約の電話",
        [nameof(VideoLink)] = "ビデオ通話のアドレス",
        [nameof(GivenAddress)] = "ビデオ通話のアドレスの印",
        [nameof(VideoTalk)] = "ビデオ通話",
        [nameof(LiveTalk)] = "リアルタイム相談",
        [nameof(PhoneNumber)] = "電話番号",
        [TrailDesk.Subject] = "見た人・変えた人",
        [BookingDesk.Exported] = "予約の一覧",
        [CalendarDesk.Printed] = "1日の予約の印刷",
        [nameof(Consultation)] = "相談記録",
        [nameof(ConsultationVersion)] = "相談記録の版",
        [nameof(ConsultationComment)] = "相談記録への助言",
        [nameof(AnonymousTwin)] = "匿名にした文",
        [nameof(TwinDecision)] = "匿名にした文で決めたこと",
        [nameof(LearntWord)] = "匿名にする言葉",
        [nameof(MonthNumber)] = "経過記録の番号",
        [nameof(CaseAssignment)] = "主担当",
        [nameof(ClientTagging)] = "タグ",
        [nameof(CaseClosing)] = "支援の終了",
        [nameof(TimelinePin)] = "経過のピン",
        [nameof(PartnerCard)] = "関係機関のカード",
        [nameof(Signposting)] = "関係機関への案内",
        [nameof(SignpostingStep)] = "関係機関への案内の段階",
        [ConsultationDesk.Exported] = "相談記録の一覧",
        [nameof(SupportProgram)] = "自立支援プログラム",
        [nameof(ProgramVersion)] = "自立支援プログラムの版",
        [nameof(Circumstances)] = "プログラムの聞き取り",
        [nameof(ProgramComment)] = "プログラムへのコメント",
        [nameof(ItemStanding)] = "支援の状態と結果",
        [nameof(GoalProgress)] = "目標の進みぐあい",
        [nameof(ProgramReview)] = "プログラムの見直し",
        [nameof(TalkWithoutReview)] = "見直しをしなかったプログラム面談",
        [nameof(ProgramConfirmation)] = "プログラムの本人の確認",
        [nameof(ProgramContact)] = "連携記録",
        [nameof(AftercareCheck)] = "見守りの結果",
        [nameof(BenefitEvent)] = "給付・貸付の日付",
        [ProgramListDesk.Exported] = "プログラムの一覧",
        [nameof(ProgramHandOver)] = "窓口に渡すプログラムの書類",
        [ProgramPaperDesk.Exported] = "プログラムの書類",
        [nameof(CityMonth)] = "プログラムの月の匿名の記録",
        [nameof(AnonymousProgram)] = "プログラムの匿名の記録",
        [nameof(Erasure)] = "消去の依頼",
        [nameof(MergeStep)] = "統合で動かした記録",
        [nameof(BookingCell)] = "予約の時間の印",
        [nameof(Draft)] = "送っていない下書き",
        [nameof(FormDraft)] = "保存していない書きかけ",
        [nameof(ReadMark)] = "既読の印",
        [nameof(UnindexedMessage)] = "検索の準備",
        [nameof(AuditValue)] = "変更の記録にある値・さがした言葉",
    };
}
