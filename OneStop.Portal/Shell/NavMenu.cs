using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;
using OneStop.Domain.Staff;
using OneStop.Portal.Features.Accounts;
using OneStop.Portal.Features.AnonymousTwins;
using OneStop.Portal.Features.Bookings.Attendance;
using OneStop.Portal.Features.Bookings.List;
using OneStop.Portal.Features.Bookings.Load;
using OneStop.Portal.Features.Bookings.Terms;
using OneStop.Portal.Features.Calendar;
using OneStop.Portal.Features.CaseFiles.Caseload;
using OneStop.Portal.Features.Channel;
using OneStop.Portal.Features.CityForms;
using OneStop.Portal.Features.Clients.List;
using OneStop.Portal.Features.Consultations;
using OneStop.Portal.Features.Conversations.Inbox;
using OneStop.Portal.Features.Conversations.Tags;
using OneStop.Portal.Features.Danger;
using OneStop.Portal.Features.DatedRules;
using OneStop.Portal.Features.Employers;
using OneStop.Portal.Features.Erasures;
using OneStop.Portal.Features.Health;
using OneStop.Portal.Features.Hours;
using OneStop.Portal.Features.JobOpenings;
using OneStop.Portal.Features.Partners;
using OneStop.Portal.Features.Places;
using OneStop.Portal.Features.Preferences;
using OneStop.Portal.Features.ReplyTemplates;
using OneStop.Portal.Features.RichMenus;
using OneStop.Portal.Features.Shifts;
using OneStop.Portal.Features.SupportMeasures;
using OneStop.Portal.Features.SupportPrograms.List;
using OneStop.Portal.Features.Today;

namespace OneStop.Portal.Shell;

/// <summary>An item of the left rail; shown to actors who may open its page.</summary>
internal sealed record NavMenuItem(string Title, string Href, string Icon, Type Page)
{
    /// <summary>The title in hiragana, by which the palette finds it, also from romaji.</summary>
    public string Reading { get; init; } = "";

    /// <summary>The heading of its group; null for the daily work, which comes first without heading.</summary>
    public string? Group { get; init; }

    /// <summary>Which addresses belong to this item: all below its own; the start page only matches itself.</summary>
    public NavLinkMatch Match => Href == "/" ? NavLinkMatch.All : NavLinkMatch.Prefix;
}

/// <summary>The rail's items, in the order of a day's work.</summary>
internal static class NavMenu
{
    private const string Line = "LINEと文面";
    private const string Rules = "相談の決まり";
    private const string Office = "管理";

    private static readonly NavMenuItem[] Items =
    [
        new("今日", "/", Icons.Material.Outlined.WbSunny, typeof(TodayPage)) { Reading = "きょう" },
        new("受信箱", "/inbox", Icons.Material.Outlined.Forum, typeof(InboxScreen)) { Reading = "じゅしんばこ" },
        new("予約", "/bookings", Icons.Material.Outlined.EventNote, typeof(BookingsPage)) { Reading = "よやく" },
        new("利用者", "/clients", Icons.Material.Outlined.People, typeof(ClientsPage)) { Reading = "りようしゃ" },
        new("プログラム", "/programs", Icons.Material.Outlined.AssignmentTurnedIn, typeof(ProgramsPage)) { Reading = "ぷろぐらむ" },
        new("求人", "/openings", Icons.Material.Outlined.Work, typeof(OpeningsPage)) { Reading = "きゅうじん" },
        new("求人事業者", "/employers", Icons.Material.Outlined.Business, typeof(EmployersPage)) { Reading = "きゅうじんじぎょうしゃ" },
        new("カレンダー", "/calendar", Icons.Material.Outlined.CalendarViewWeek, typeof(CalendarPage)) { Reading = "かれんだー" },
        new("担当一覧", "/caseload", Icons.Material.Outlined.AssignmentInd, typeof(CaseloadPage)) { Reading = "たんとういちらん" },
        new("相談記録", "/consultations", Icons.Material.Outlined.Description, typeof(ConsultationsPage)) { Reading = "そうだんきろく" },
        new("匿名の記録", "/twins", Icons.Material.Outlined.VisibilityOff, typeof(TwinsPage)) { Reading = "とくめいのきろく" },
        new("経過記録", "/reports/courses", Icons.Material.Outlined.Summarize, typeof(CityTextsPage)) { Reading = "けいかきろく" },
        new("勤務", "/shifts", Icons.Material.Outlined.CalendarMonth, typeof(ShiftsPage)) { Reading = "きんむ" },
        new("混みぐあい", LoadAddress.Path, Icons.Material.Outlined.Insights, typeof(LoadPage)) { Reading = "こみぐあい" },
        new("関係機関", "/partners", Icons.Material.Outlined.Handshake, typeof(PartnersPage)) { Reading = "かんけいきかん" },
        new("定型文", "/settings/templates", Icons.Material.Outlined.Quickreply, typeof(TemplatesPage)) { Group = Line, Reading = "ていけいぶん" },
        new("LINEメニュー", "/settings/menu", Icons.Material.Outlined.ViewModule, typeof(MenuPage)) { Group = Line, Reading = "らいんめにゅー" },
        new("LINEチャネル", "/settings/channel", Icons.Material.Outlined.Hub, typeof(ChannelPage)) { Group = Line, Reading = "らいんちゃねる" },
        new("危険のことば", "/settings/danger", Icons.Material.Outlined.Emergency, typeof(DangerPage)) { Group = Line, Reading = "きけんのことば" },
        new("実施時間", "/settings/hours", Icons.Material.Outlined.Schedule, typeof(HoursPage)) { Group = Rules, Reading = "じっしじかん" },
        new("来談の状況", "/attendance", Icons.Material.Outlined.HowToReg, typeof(AttendancePage)) { Group = Rules, Reading = "らいだんのじょうきょう" },
        new("予約の種別", "/settings/kinds", Icons.Material.Outlined.Category, typeof(KindsPage)) { Group = Rules, Reading = "よやくのしゅべつ" },
        new("外部サービス", "/settings/outside", Icons.Material.Outlined.CloudQueue, typeof(OutsideServicesPage)) { Group = Rules, Reading = "がいぶさーびす" },
        new("支援策", "/settings/measures", Icons.Material.Outlined.VolunteerActivism, typeof(MeasuresPage)) { Group = Rules, Reading = "しえんさく" },
        new("決まりと金額", "/settings/rules", Icons.Material.Outlined.Rule, typeof(RulesPage)) { Group = Rules, Reading = "きまりときんがく" },
        new("通勤圏", "/settings/commuting", Icons.Material.Outlined.Map, typeof(CommutingAreaPage)) { Group = Rules, Reading = "つうきんけん" },
        new("様式", "/settings/forms", Icons.Material.Outlined.TableView, typeof(CityFormsPage)) { Group = Rules, Reading = "ようしき" },
        new("記録の主題とひな形", "/settings/records", Icons.Material.Outlined.Checklist, typeof(RecordSettingsPage)) { Group = Rules, Reading = "きろくのしゅだい" },
        new("タグ", "/settings/tags", Icons.Material.Outlined.Sell, typeof(TagsPage)) { Group = Rules, Reading = "たぐ" },
        new("アカウント", "/settings/accounts", Icons.Material.Outlined.Group, typeof(AccountsPage)) { Group = Office, Reading = "あかうんと" },
        new("権限", "/settings/duties", Icons.Material.Outlined.VerifiedUser, typeof(DutiesPage)) { Group = Office, Reading = "けんげん" },
        new("消去の依頼", "/erasures", Icons.Material.Outlined.DeleteOutline, typeof(ErasuresPage)) { Group = Office, Reading = "しょうきょのいらい" },
        new("動作状況", "/settings/status", Icons.Material.Outlined.MonitorHeart, typeof(StatusPage)) { Group = Office, Reading = "どうさじょうきょう" },
    ];

    /// <summary>The actor's own settings, reached by their name at the foot of the rail.</summary>
    public static readonly NavMenuItem Mine = new("個人設定", "/settings/me", Icons.Material.Outlined.ManageAccounts,
        typeof(PreferencesPage))
    { Reading = "こじんせってい" };

    /// <summary>Returns the items that this actor may open.</summary>
    public static IEnumerable<NavMenuItem> For(Actor actor) => Items.Where(i => PageGate.Admits(i.Page, actor));
}
