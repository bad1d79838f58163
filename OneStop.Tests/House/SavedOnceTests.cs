using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Accounts;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Video;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Clients.Dialogues;
using OneStop.Domain.Clients.Files;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Clients.Questionnaires;
using OneStop.Domain.Conversations.Danger;
using OneStop.Domain.Conversations.Tags;
using OneStop.Domain.DatedRules;
using OneStop.Domain.Hours;
using OneStop.Domain.JobOpenings;
using OneStop.Domain.JobOpenings.Asking;
using OneStop.Domain.Partners;
using OneStop.Domain.ReplyTemplates;
using OneStop.Domain.Shifts.Absences;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportMeasures;
using OneStop.Domain.SupportPrograms.Confirmations;
using OneStop.Domain.Today.Notes;
using OneStop.Tests.Bookings;
using OneStop.Tests.Clients.Files;
using OneStop.Tests.Clients.Questionnaires;
using OneStop.Tests.JobOpenings;
using OneStop.Tests.SupportPrograms;

namespace OneStop.Tests.House;

/// <summary>A form that creates something creates it once, even if the answer is lost and the form is saved again.</summary>
public sealed class SavedOnceTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    /// <summary>Forms that may be saved without changes, and whose file does not pass on a key.</summary>
    private static readonly Dictionary<string, string> Keyless = new()
    {
        ["AftercarePanel.razor"] = "its desk is given the whole edit, which has the key",
        ["FollowedGoalLine.razor"] = "its desk is given the whole edit, which has the key",
        ["PaperRegisterActs.razor"] = "what was handed over cannot be handed over again, and a note that is saved twice stands once",
        ["ProgramContacts.razor"] = "its desk is given the whole edit, which has the key",
        ["ReviewForm.razor"] = "its desk is given the whole edit, which has the key",
        ["ReviewItem.razor"] = "what is removed cannot be removed again",
        ["TemplateEditor.razor"] = "its desk is given the whole edit, which has the key",
        ["MeasureForm.razor"] = "its desk is given the whole edit, which has the key",
        ["ConsultationForm.razor"] = "its page is given the whole edit, which has the key",
        ["NewConsultationPage.razor"] = "its desk is given the whole edit, which has the key",
        ["RecordTemplatePanel.razor"] = "its desk is given the whole edit, which has the key",
        ["ConfirmationPaper.razor"] = "a version is established once",
        ["ProgramEnding.razor"] = "what has ended cannot end again, and the place that stands cannot be written again",
        ["PaperScanForm.razor"] = "a version has one scan, which stays",
        ["ConsultationActs.razor"] = "what is removed cannot be removed again",
        ["TwinWords.razor"] = "a word is decided the same way again",
        ["TwinActs.razor"] = "what is sent back cannot be sent back again",
        ["CommutingAreaPage.razor"] = "its desk is given the whole edit, which has the key",
        ["EmployerForm.razor"] = "its desk is given the whole edit, which has the key",
        ["ListingSection.razor"] = "a consent that is saved twice stands once",
        ["MarksSection.razor"] = "its desk is given the whole edit, which has the key",
        ["OutreachForm.razor"] = "its desk is given the whole edit, which has the key",
        ["PeopleSection.razor"] = "its desk is given the whole edit, which has the key",
        ["SitesSection.razor"] = "its desk is given the whole edit, which has the key",
        ["TiePanel.razor"] = "its desk is given the whole edit, which has the key",
        ["UnderstandingSection.razor"] = "its desk is given the whole edit, which has the key",
        ["NewOpeningPage.razor"] = "its desk is given the whole edit, which has the key",
        ["OpeningActs.razor"] = "what has ended or has this validity cannot end or be extended to it again, and a decision that is saved twice stands once",
        ["OpeningDeclarations.razor"] = "its desk is given the whole edit, which has the key",
        ["PartnerForm.razor"] = "its desk is given the whole edit, which has the key",
        ["PartnerNotes.razor"] = "its desk is given the whole edit, which has the key",
        ["SignpostingForm.razor"] = "its desk is given the whole edit, which has the key",
        ["SignpostingStepForm.razor"] = "its desk is given the whole edit, which has the key",
        ["ClientFileActs.razor"] = "what is removed cannot be removed again",
        ["ConsentScanLine.razor"] = "a consent has one scan; saved again it is the same",
        ["FileKindPanel.razor"] = "its desk is given the whole edit, which has the key",
        ["ConsentPageItem.razor"] = "a page that was withdrawn is not withdrawn again",
        ["ConsentItem.razor"] = "what is withdrawn cannot be withdrawn again",
        ["PhoneForm.razor"] = "changes a client; saved again it is the same number",
        ["WithdrawForm.razor"] = "what is withdrawn cannot be withdrawn again",
        ["MoveBookingPage.razor"] = "what was moved cannot be moved again",
        ["MovePlacedForm.razor"] = "what was moved cannot be moved again",
        ["NewBookingForm.razor"] = "BookingEntry hands it on, and a key of their own for who is entered with it",
        ["TransferForm.razor"] = "its panel is given the whole edit, which has the key",
        ["NoteForm.razor"] = "its desk is given the whole edit, which has the key",
        ["AbsencesPage.razor"] = "its desk is given the whole edit, which has the key",
        ["AbsenceForm.razor"] = "its page is given the whole edit, which has the key",
        ["LeavingPanel.razor"] = "who has left cannot leave again",
        ["CancelForm.razor"] = "what is cancelled cannot be cancelled again",
        ["MenuDecision.razor"] = "what is decided cannot be decided again",
        ["MenuProposalForm.razor"] = "while one edition is proposed there is no other",
        ["ErasureActs.razor"] = "what is ordered or sent back cannot be ordered or sent back again",
        ["ErasureAnswerForm.razor"] = "what is answered cannot be answered again",
        ["ErasureTakeForm.razor"] = "its desk is given the whole edit, which has the key",
        ["BenefitForm.razor"] = "its panel is given the whole edit, which has the key",
        ["EvidencePanel.razor"] = "shows something",
        ["AttendancePage.razor"] = "shows something",
        ["ListViews.razor"] = "a name stands once among the views of a list",
    };

    private Guid NewKey => Guid.CreateVersion7(oneStop.Clock.GetUtcNow());

    [Fact]
    public async Task Saved_again_with_its_key_a_form_creates_nothing_twice()
    {
        var tomorrow = ServiceDay.Of(oneStop.Clock.GetUtcNow()).Date.AddDays(1);
        await Once<TagDesk, Tag>((d, key) => d.Add("一度だけ", key));
        await Once<DangerDesk, DangerWord>((d, key) => d.AddWord(new("一度だけのことば", DangerAbout.Life, "研修の資料"), key));
        await Once<DangerDesk, EmergencyNumber>((d, key) => d.EnterNumber(new("0120-000-111", "一度だけの窓口", "毎日", DangerAbout.Life, "窓口のページ"), key));
        await Once<HoursDesk, HoursSetting>((d, key) =>
            d.Set(new(ContactMethod.Chat, tomorrow, TimeSpan.FromHours(9), TimeSpan.FromHours(21), "福岡市と協議した"), key));
        await Once<HoursDesk, Closure>((d, key) => d.Close(new(tomorrow.AddDays(40), tomorrow.AddDays(40), null, "停電の工事"), key));
        await Once<ReplyTemplateDesk, ReplyTemplate>((d, key) =>
            d.SaveMine(null, new(TemplateWish.None, TemplateWish.None with { Folder = "棚", Title = "題", Body = "本文" }) { Key = key }));
        await Once<OneCardDesk, Domain.Approvals.Approval>((d, key) => d.Begin(new("こ家支第1号", oneStop.Clock.GetUtcNow().JapaneseDate, "課長 見本"), key));
        await Once<VideoProviderDesk, VideoProvider>((d, key) => d.Enter(new("一度だけ", "once.example.jp", tomorrow, null, "こ家支第2号", tomorrow.AddDays(-1), "課長 見本"), key));
        await Once<PartnerDesk, Partner>((d, key) =>
            d.Save(null, new(PartnerWish.None, PartnerWish.None with { Name = "一度だけの窓口", Kinds = [PartnerKind.Other] }) { Key = key }));
        var partner = await oneStop.Read(db => db.Partners.Select(p => p.Id).FirstAsync());
        await Once<PartnerNoteDesk, PartnerNote>((d, key) => d.Write(partner, new(PartnerNoteWish.None, new("一度だけのメモ")) { Key = key }));
        await Once<RuleDesk, DatedRule>((d, key) => d.Add(new(RuleArea.Measures, "一度だけの決まり", RuleKind.Yen, ""), key));
        var wish = await oneStop.AWish();
        await Once<OpeningDesk, JobOpening>((d, key) => d.Save(null, new(OpeningWish.None, wish) { Key = key }));
        var opening = await oneStop.AReceived();
        await Once<OpeningDesk, JobOpening>((d, key) => d.Copy(opening, key));
        var asked = new InquiryWish(oneStop.Clock.GetUtcNow().JapaneseDate, "人事の人", InquiryAnswer.StillSo, "");
        await Once<OpeningDesk, OpeningInquiry>((d, key) => d.AskAgain(opening, new(asked, asked) { Key = key }));
        await Once<MeasureDesk, SupportMeasure>((d, key) =>
            d.Save(null, new(MeasureWish.None, MeasureWish.None with { Name = "一度だけ", ShortName = "一度", Summary = "説明" }) { Key = key }));
        await Once<ClientDesk, Client>((d, key) => d.Register(null, "一度だけの人", null, key));
        var member = await oneStop.AMember("once-manager", Duty.Manager);
        var client = await oneStop.AClient(member, "一度だけ引き継ぐ人");
        await Once<CaseFileDesk, CaseAssignment>((d, key) => d.Assign(client, member.Id, "", key));
        await Once<ShiftNoteDesk, ShiftNote>((d, key) => d.Write(new(new(), new() { Text = "一度だけの申し送り" }) { Key = key }));
        await Once<AbsenceDesk, Absence>((d, key) => d.Save(null, new(new(), new() { StaffId = member.Id, From = tomorrow }) { Key = key }), member);
        var caller = await oneStop.AnAgreedCaller(member);
        await Once<QuestionnaireDesk, ClientQuestionnaire>((d, key) => d.Create(caller, new(["work.form"]), key));
        await Once<ConsentDesk, ClientLink>((d, key) => d.AskOnPage(caller, InformationConsent.To.Code, key));
        var (planner, second, planned) = await oneStop.Planning("once-planner");
        var program = await oneStop.Approved(planner, second, planned);
        var words = (await oneStop.Program(planner, program)).Newest!.Digest;
        await Once<ConfirmationDesk, ProgramConfirmation>((d, key) => d.Offer(program, words, new(ConfirmationGate.Code), key), planner);
        await Once<CaseFileDesk, CaseClosing>((d, key) => d.Close(client, ClosingReason.Achieved, "", key));
        await Once<ClientFileKindDesk, ClientFileKind>((d, key) => d.Add(new(new("", false), new("一度だけの書類", false)) { Key = key }));
        var added = new NewClientFile(await oneStop.Stored(SomeFile.Pdf), null);
        await Once<ClientFileDesk, ClientFile>((d, key) => d.Add(client, new("一度だけ.pdf", StandardFileKinds.IdOf("履歴書"), null, ""), added, key));
    }

    [Fact]
    public async Task An_invitation_whose_link_was_lost_has_another_link_and_is_one_account()
    {
        var (admin, key) = (await oneStop.AMember("once-admin", Duty.Administrator), NewKey);
        var wish = new InviteWish("invited-once", "一度 だけ", [Duty.Counselor]);
        var first = await oneStop.At<AccountDesk, IssuedCode>(admin, d => d.Invite(wish, key));
        var second = await oneStop.At<AccountDesk, IssuedCode>(admin, d => d.Invite(wish, key));
        Assert.Equal(first.StaffId, second.StaffId);
        Assert.NotEqual(first.Code, second.Code);
        Assert.Equal(1, await oneStop.Read(db => db.SignInCodes.CountAsync(c => c.StaffId == first.StaffId && c.EndsAt > oneStop.Clock.GetUtcNow())));
    }

    [Fact]
    public async Task A_booking_for_whoever_is_free_is_not_made_with_two_colleagues()
    {
        var member = await oneStop.OnShift("once-free");
        await oneStop.OnShift("also-free");
        var client = await oneStop.AClient(member, "一度だけ予約する人");
        var start = ServiceDay.Of(oneStop.Clock.GetUtcNow()).Date.AddDays(2);
        var plan = new BookingPlan(BookingKind.Consultation, ContactMethod.Phone, new ServiceDay(start).At(TimeSpan.FromHours(20)), null, false, false);
        await Once<BookingDesk, Booking>((d, key) => d.Book(client, plan, false, key), member);
    }

    [Fact]
    public async Task An_address_of_a_talk_by_video_is_entered_once()
    {
        var member = await oneStop.OnShift("once-video");
        var client = await oneStop.AClient(member, "一度だけビデオの人");
        var start = new ServiceDay(ServiceDay.Of(oneStop.Clock.GetUtcNow()).Date.AddDays(3)).At(TimeSpan.FromHours(20));
        var booking = (await oneStop.At<BookingDesk, EnteredBooking>(member,
            d => d.Book(client, new(BookingKind.Consultation, ContactMethod.Video, start, member.Id, false, false), false))).Id;
        await Once<VideoDesk, VideoLink>((d, key) => d.Enter(booking, new($"https://{BookingOffice.VideoHost}/once"), key), member);
    }

    [Fact]
    public async Task Two_who_save_the_same_form_at_once_create_one_thing()
    {
        var (manager, key) = (await oneStop.AMember("once-manager", Duty.Manager), NewKey);
        var ids = await Task.WhenAll(Enumerable.Range(0, 2)
            .Select(_ => oneStop.At<DangerDesk, Guid>(manager, d => d.EnterNumber(new("0120-000-222", "同時の窓口", "毎日", DangerAbout.Child, "窓口のページ"), key))));
        Assert.Single(ids.Distinct());
        Assert.Equal(1, await oneStop.Read(db => db.EmergencyNumbers.CountAsync(n => n.Name == "同時の窓口")));
    }

    [Fact]
    public void Every_form_of_something_new_hands_its_key_to_the_desk()
    {
        var forms = Directory.EnumerateFiles(Path.Combine(Repository.Root, "OneStop.Portal"), "*.razor", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f) is var text && text.Contains(" IsNew=", StringComparison.Ordinal)
                && !text.Contains("edit.Key", StringComparison.Ordinal));
        Assert.Equal(Keyless.Keys.Order(), forms.Select(f => Path.GetFileName(f)).Order());
    }

    private async Task Once<TDesk, TRow>(Func<TDesk, Guid?, Task> create, StaffMember? by = null)
        where TDesk : notnull
        where TRow : class
    {
        var (member, key, before) = (by ?? await oneStop.AMember("once-manager", Duty.Manager), NewKey, await Count());
        await oneStop.At<TDesk>(member, d => create(d, key));
        await oneStop.At<TDesk>(member, d => create(d, key)); // like somebody who was told that the result is unknown
        Assert.True(await Count() == before + 1, typeof(TRow).Name);

        Task<int> Count() => oneStop.Read(db => db.Set<TRow>().CountAsync());
    }
}
