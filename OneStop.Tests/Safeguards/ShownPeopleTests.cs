using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Attendance;
using OneStop.Domain.Bookings.Calendars;
using OneStop.Domain.Bookings.Evidence;
using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.CaseFiles.Caseload;
using OneStop.Domain.CaseFiles.Transfers;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Duplicates;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Clients.Links;
using OneStop.Domain.Clients.Merging;
using OneStop.Domain.Consultations;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Inbox;
using OneStop.Domain.Conversations.Search;
using OneStop.Domain.Employers;
using OneStop.Domain.Employers.Ties;
using OneStop.Domain.Erasures;
using OneStop.Domain.Hours;
using OneStop.Domain.Imports;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Shifts;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportMeasures.Explanations;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Listing;
using OneStop.Domain.Today;
using OneStop.Domain.Today.Notes;
using OneStop.Tests.Bookings;
using OneStop.Tests.Consultations;
using OneStop.Tests.Employers;
using OneStop.Tests.House;
using OneStop.Tests.Shifts;
using OneStop.Tests.SupportPrograms;

namespace OneStop.Tests.Safeguards;

/// <summary>Calls every desk method that returns rows about people, and finds the look in the audit trail; exceptions have their reason.</summary>
public sealed class ShownPeopleTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static readonly DateOnly Monday = new(2026, 10, 12);

    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["CaseFileDesk.Open"] = "opening is recorded itself",
        ["DisclosureDesk.Read"] = "opening is recorded itself, and the export",
        ["ErasureDesk.Open"] = "opening is recorded itself",
        ["DueDesk.Of"] = "opening is recorded itself",
        ["ClientDesk.Open"] = "opening is recorded itself",
        ["MergeDesk.Compare"] = "both are opened, which is recorded itself",
        ["FactDesk.Open"] = "opening is recorded itself",
        ["QuestionnaireDesk.Of"] = "opening is recorded itself",
        ["ConfirmationDesk.Of"] = "opening is recorded itself",
        ["ReceivedDesk.Open"] = "opening is recorded itself",
        ["ConsultationDesk.Begin"] = "opening is recorded itself",
        ["ConsultationDesk.Open"] = "opening is recorded itself",
        ["ConversationDesk.Open"] = "opening is recorded itself",
        ["ProgramDesk.Start"] = "opening is recorded itself",
        ["ProgramDesk.Open"] = "opening is recorded itself",
        ["ProgramDesk.OpenVersion"] = "opening is recorded itself",
        ["ProgramDesk.Compare"] = "opening is recorded itself",
        ["ProgramPaperDesk.Open"] = "opening is recorded itself",
        ["ProgramPaperDesk.ForPerson"] = "the export is recorded itself",
        ["ProgramPaperDesk.ForSigning"] = "the export is recorded itself",
        ["FollowingDesk.Open"] = "opening is recorded itself",
        ["BenefitDesk.Of"] = "opening is recorded itself",
        ["PreBriefDesk.Open"] = "opening is recorded itself",
        ["TwinDesk.Open"] = "opening is recorded itself",
        ["TrailDesk.Of"] = "reading a person's trail is recorded itself",
        ["ConversationDesk.ReadAgain"] = "reading an open conversation again is opening it, which is recorded itself",
    };

    private readonly List<string> done = [];
    private readonly List<string> recorded = [];
    private StaffMember manager = null!;
    private Guid talk;

    private async Task OfEmployers(Guid client)
    {
        var employer = await oneStop.At<EmployerDesk, Guid>(manager, d => d.Save(null, new(new(), EmployerTests.Wish)));
        var tie = new TieWish(employer, TieKind.WorksThere, new(2026, 10, 5), "");
        await oneStop.At<TieDesk, Guid>(manager, d => d.Tie(client, new(tie, tie)));
        await Records<TieDesk>("With", d => d.With(employer));
    }

    [Fact]
    public async Task Whoever_is_handed_a_row_about_a_person_has_seen_that_person()
    {
        manager = await oneStop.AMember("shown-manager", Duty.Manager, Duty.Counselor);
        var person = await oneStop.OnShift("shown-counselor", times: "9:00-25:00");
        var friend = await oneStop.AFriend();
        talk = await oneStop.ConversationOf(friend);
        await oneStop.SaysAll(friend, ["学童の迎えのことで"]);
        var client = await oneStop.At<ClientDesk, Guid>(manager, async desk =>
        {
            var id = await desk.Register(talk, "さくら", null);
            await desk.Answer(id, Eligibility.Yes);
            await desk.Agree(id);
            return id;
        });
        var booking = (await oneStop.At<BookingDesk, EnteredBooking>(manager,
            d => d.Book(client, new(BookingKind.Consultation, ContactMethod.Chat, new ServiceDay(Monday).At(TimeSpan.FromHours(10)), person.Id, false,
                false), false))).Id;
        await oneStop.At<LaterDesk, AnswerOutcome>(manager, d => d.Plan(talk, "あとで送ります", oneStop.Clock.GetUtcNow().AddDays(1), false));
        await TestOneStop.Until(async () => (await oneStop.At<SearchDesk, SearchResult>(manager, d => d.Find(new("学童")))).Hits.Count == 1, "the index");
        var number = await oneStop.Read(db => db.Clients.Where(c => c.Id == client).Select(c => c.Number).SingleAsync());
        var hits = (await oneStop.At<SearchDesk, SearchResult>(manager, d => d.Find(new("学童")))).Hits;

        await Records<InboxDesk>("List", d => d.List(InboxList.All));
        await Records<InboxDesk>("Answers", d => d.Answers());
        await Records<SearchDesk>("Find", d => d.Find(new("学童")));
        await Records<SearchDesk>("ReadAgain", d => d.ReadAgain(new("学童"), hits));
        await Records<LaterDesk>("All", d => d.All());
        await Records<ClientDesk>("Of", d => d.Of(talk));
        await Records<ClientDesk>("Find", d => d.Find(Client.NumberOf(number)));
        await Registering(client);
        await Records<BookingDesk>("List", d => d.List(new(new() { Day = Monday })));
        await Records<BookingDesk>("Export", d => d.Export(new() { Day = Monday }));
        await Records<BookingDesk>("Look", d => d.Look(booking));
        await Records<BookingDesk>("Of", d => d.Of(talk));
        await Records<CalendarDesk>("Print", d => d.Print(new() { Day = Monday }));
        await Records<CalendarDesk>("Read", d => d.Read(new() { Day = Monday }));
        await Records<CallDesk>("Sheet", d => d.Sheet(booking));
        await Records<DueDesk>("Mine", d => d.Mine());
        await Records<DueDesk>("Team", d => d.Team());
        await oneStop.At<CaseFileDesk, Guid>(person, d => d.Assign(client, manager.Id, ""));
        await Records<TransferDesk>("Chosen", d => d.Chosen([client]));
        await Records<TransferDesk>("Received", d => d.Received());
        await Records<CaseloadDesk>("Board", d => d.Board(manager.Id));
        await oneStop.At<ErasureDesk, Guid>(manager, d => d.Take(client, null,
            new(new(), new() { Way = ErasureWay.Line, Identity = IdentityCheck.OwnLine, AskedOn = new(2026, 10, 1) })));
        await Records<ErasureDesk>("List", d => d.List(new(new())));
        await Records<ExplanationDesk>("Of", d => d.Of(client));
        await Records<ExplanationDesk>("ToldOf", d => d.ToldOf([client]));
        await Shifts(person);
        await Hours();
        await OfEmployers(client);
        await Records(client);
        await Programs(client);
        await OfToday(client);
        var chat = await oneStop.AHourFor(client, person, "2026-10-13T15:00");
        oneStop.ItIs("2026-10-13T15:00");
        await oneStop.At<LiveTalkDesk, BegunTalk>(person, d => d.Begin(chat));
        await Records<LiveTalkDesk>("Of", d => d.Of(talk));

        Assert.Equal(done, recorded);
        Assert.Equal(string.Join(' ', ShownPeople.Acts.Except(Exceptions.Keys)), string.Join(' ', done.Order(StringComparer.Ordinal)));
        Assert.Empty(Exceptions.Keys.Except(ShownPeople.Acts));
    }

    [Fact]
    public void What_a_desk_hands_out_with_a_name_or_the_number_of_a_person_in_it_says_whom_it_shows() =>
        // parts of an opened conversation or record, and the place where a page of results ended
        Assert.Equal("BenefitsView CaseClosing ClientCard ConsultationOrigin ConversationView DueItem FollowingView PapersView PersonPaper SearchPlace SigningPaper TrailView Unanswered VersionComparison VersionView", string.Join(' ', ShownPeople.Nameless.Select(t => t.Name)));

    private async Task Registering(Guid client)
    {
        await oneStop.At<FactDesk>(manager, d => d.SaveIdentity(client, new(new(), new() { FullName = "青葉 さくら" })));
        await Records<RegistrationDesk>("Alike", d => d.Alike(new() { FullName = "青葉" }));
        var namesake = await oneStop.ConversationOf(await oneStop.AFriend());
        await oneStop.At<CardDesk>(manager, d => d.CallAs(namesake, new(new(""), new("さくら"))));
        await Records<RegistrationDesk>("AlikeIn", d => d.AlikeIn(namesake));
        var twin = await oneStop.At<RegistrationDesk, Guid>(manager, d => d.Register(new() { FullName = "青葉 さくら" }));
        await Records<DuplicateDesk>("Suggestions", d => d.Suggestions());
        await oneStop.At<DuplicateDesk>(manager, d => d.TellApart(client, twin));
        await Records<LinkDesk>("Of", d => d.Of(client));
        await Records<ClientListDesk>("List", d => d.List(new(new())));
        await Records<ClientListDesk>("Export", d => d.Export(new(new())));
    }

    private async Task Shifts(StaffMember person)
    {
        var late = WorkingTimes.Read("12:00-25:00");
        Task Restore() => oneStop.At<ShiftDesk, ShiftChange>(manager, d => d.SetDay(person.Id, Monday, null));
        await Records<ShiftDesk>("SetDay", d => d.SetDay(person.Id, Monday, late));
        await Records<ShiftDesk>("Week", d => d.Week(Monday));
        await Restore();
        await Records<ShiftDesk>("Paint", d => d.Paint(person.Id, Monday, TimeSpan.FromHours(9), TimeSpan.FromHours(12), works: false));
        await Restore();
        await oneStop.At<ShiftDesk, ShiftChange>(manager, d => d.SetDay(person.Id, Monday.AddDays(7), late));
        await Records<ShiftDesk>("CopyWeek", d => d.CopyWeek(Monday.AddDays(7), Monday, person.Id));
        await Restore();
        var sheet = new UploadedSheet("勤務表.xlsx",
            [new(1, 1, "2026年10月"), new(2, 1, "氏名"), new(2, 2, "12(月)"), new(3, 1, person.Name), new(3, 2, "12:00-25:00")]);
        await Records<ShiftImportDesk>("Check", d => d.Check(sheet));
        await Records<ShiftImportDesk>("Import",
            async d => await d.Import(await oneStop.At<ShiftImportDesk, ShiftImportCheck>(manager, other => other.Check(sheet))));
        await Restore();
        var edit = await oneStop.PatternEdit(manager, person.Id, Monday, week => week.EveryDay("12:00-25:00"));
        await Records<ShiftDesk>("SetPattern", d => d.SetPattern(person.Id, edit));
    }

    private async Task Records(Guid client)
    {
        await oneStop.Written(manager, client, await oneStop.AWish(manager));
        await Records<ConsultationDesk>("List", d => d.List(new(new())));
        await Records<ConsultationDesk>("Of", d => d.Of(client));
        await Records<ConsultationDesk>("Export", d => d.Export(new()));
    }

    private async Task Programs(Guid client)
    {
        var (planner, second) = (await oneStop.AMember("shown-planner", Duty.Planner), await oneStop.AMember("shown-second", Duty.Planner));
        await oneStop.KnowsFacts(planner, client);
        await oneStop.TakesPart(client);
        var id = await oneStop.Established(planner, second, client);
        var today = oneStop.Clock.GetUtcNow().JapaneseDate;
        await Records<ProgramDesk>("Of", d => d.Of(client));
        await Records<ProgramListDesk>("List", d => d.List(new(new())));
        await Records<ProgramListDesk>("Export", d => d.Export(new(new())));
        await Records<ProgramListDesk>("Counted", d => d.Counted(ProgramListDesk.Established, today, today));
        await oneStop.Revise(planner, id);
        await oneStop.ChangeGoal(planner, id, g => g with { Words = "看護師になる" });
        await oneStop.Ask(planner, id);
        await Records<ProgramListDesk>("Overview", d => d.Overview());
    }

    private async Task OfToday(Guid client)
    {
        var start = new ServiceDay(new(2026, 10, 5)).At(TimeSpan.FromHours(20));
        await oneStop.At<BookingDesk, EnteredBooking>(manager, d => d.Book(client, new(BookingKind.Consultation, ContactMethod.Chat, start, manager.Id, true, false, Reason: "本人の希望"), false));
        await oneStop.At<ShiftNoteDesk, Guid>(manager, d => d.Write(new(new(), new() { Text = "資料を渡す", ClientId = client })));
        await Records<TodayDesk>("Mine", d => d.Mine());
        await Records<TodayDesk>("Team", d => d.Team());
        await Records<ShiftNoteDesk>("Now", d => d.Now());
        await Records<ShiftNoteDesk>("Latest", d => d.Latest());
        await Records<ShiftNoteDesk>("Choices", d => d.Choices());
        oneStop.Clock.SetUtcNow(start.AddMinutes(30));
        await Records<TodayDesk>("OnDuty", d => d.OnDuty());
        oneStop.Clock.SetUtcNow(start.AddHours(2));
        await Records<TodayDesk>("Missing", d => d.Missing());
        await Records<TodayDesk>("AllMissing", d => d.AllMissing());
    }

    private async Task Hours()
    {
        await Records<EvidenceDesk>("Behind", d => d.Behind(Monday, Monday, new(null, null, null)));
        Guid set = default;
        await Records<HoursDesk>("Set",
            async d => set = (await d.Set(new(ContactMethod.Chat, Monday, TimeSpan.FromHours(12), TimeSpan.FromHours(21), "福岡市と協議した"))).Id);
        await Records<HoursDesk>("View", d => d.View());
        await Records<HoursDesk>("Close", d => d.Close(new(Monday, Monday, null, "停電の工事")));
        await Records<HoursDesk>("TakeBack", d => d.TakeBack(set));
        await oneStop.At<BookingDesk>(manager, async d => await d.Cancel(await oneStop.Read(db => db.Bookings.Select(b => b.Id).SingleAsync()), isOurs: false, null, tells: false));
        await Records<AttendanceDesk>("Behind", d => d.Behind(Monday, Monday, new(null, null, null, BookingState.Cancelled)));
    }

    /// <summary>Calls it in a sitting of its own, and notes whether the audit trail of that sitting contains the person of the conversation.</summary>
    private async Task Records<TDesk>(string act, Func<TDesk, Task> ask) where TDesk : notnull
    {
        var name = $"{typeof(TDesk).Name}.{act}";
        done.Add(name);
        await oneStop.As(manager, s => ask(s.GetRequiredService<TDesk>()), name);
        await oneStop.WriteLooks();
        var id = talk.ToString();
        if (await oneStop.Read(db =>
            db.AuditEntries.AnyAsync(e => e.Act == AuditAct.Previewed && e.Sitting == name && e.Subject == nameof(Conversation) && e.SubjectId == id)))
            recorded.Add(name);
    }
}
