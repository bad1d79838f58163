using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.AnonymousTwins;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Assessment;
using OneStop.Domain.SupportPrograms.Contents;
using OneStop.Domain.SupportPrograms.Following;
using OneStop.Domain.SupportPrograms.Papers;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using OneStop.Tests.SupportPrograms.Following;

namespace OneStop.Tests.SupportPrograms.Papers;

/// <summary>What the City reads of programs: kinds, bands and rounded amounts, and nobody's name or words.</summary>
public sealed class AnonymousProgramTests : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<Guid, ItemState> none = [];

    private readonly TestOneStop oneStop = new();
    private StaffMember planner = null!, second = null!, city = null!;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        (planner, second, _) = await oneStop.Planning();
        city = await oneStop.AMember("city", Duty.City);
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task The_City_reads_no_name_no_word_no_day_and_no_id()
    {
        var (client, program) = await Established("博多 花子", 1990);
        var record = Assert.Single(await ForCity());
        var said = JsonSerializer.Serialize(record, Readable);
        string[] secrets = ["博多", "花子", "天神", "資格がない", "勉強を続けている", "子どもと安心して暮らしたい", "正社員で働く", "簿記", "申込書", "小学2年",
            "スーパー", "正社員をめざしたい", "1990", "2026-10-05", "2018", client.ToString(), program.ToString(), "R-0002", "P-0001"];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, said, StringComparison.Ordinal));
        Assert.Equal([AnonymousProgram.OtherBarriers], record.Barriers);
        Assert.Equal(["長期: 月の収入 およそ20万円・正社員", "短期: 数値のない目標"], record.Goals.Select(g => g.InWords));
        Assert.Equal([new(SupportItemKind.Consultation, null, null), new AnonymousItems(SupportItemKind.Training, null, null)], record.Items);
        Assert.Equal((true, true, "", "", new DateOnly(2026, 10, 1)), (record.IsAlone, record.IsCoarse, record.AgeBand, record.Children, record.Month));
        Assert.False(await oneStop.Read(db => db.MonthNumbers.AnyAsync())); // the numbers of texts are others
    }

    [Fact]
    public async Task A_month_is_read_when_it_is_over_and_its_papers_are_recorded()
    {
        await Established("一人目", 1990);
        foreach (var (day, isOpen) in (IReadOnlyList<(DateOnly, bool)>)[(new(2026, 10, 31), false), (new(2026, 11, 5), false), (new(2026, 11, 6), true)])
        {
            oneStop.Clock.SetUtcNow(JapanTime.At(day, new(12, 0)));
            Assert.Equal(isOpen, (await Read(ProgramOffice.Today)).Count == 1);
        }
    }

    [Fact]
    public async Task What_was_read_of_a_month_stays_and_what_is_recorded_later_stands_in_the_next_one()
    {
        var (_, program) = await Established("一人目", 1990);
        var client = await oneStop.AClient(planner, "二人目");
        await oneStop.KnowsFacts(planner, client);
        await oneStop.TakesPart(client);
        var late = await oneStop.Approved(planner, second, client);
        var read = await ForCity();
        var digest = (await oneStop.Program(planner, late)).Newest!.Digest;
        await oneStop.At<ProgramDesk>(planner, d => d.ConfirmOnPaper(late, digest, ProgramOffice.Signed(digest, ProgramOffice.Today)));
        await oneStop.Read(async db =>
        {
            db.ProgramVersions.RemoveRange(db.ProgramVersions.Where(v => v.ProgramId == program)); // as after an erasure
            return await db.SaveChangesAsync();
        });
        Assert.Equal(read, await ForCity());
        oneStop.Clock.SetUtcNow(JapanTime.At(new(2026, 12, 6), new(12, 0)));
        Assert.Equal(new DateOnly(2026, 10, 1), Assert.Single(await Read(new(2026, 11, 1))).Month);
        oneStop.Clock.SetUtcNow(JapanTime.At(new(2027, 1, 6), new(12, 0)));
        Assert.Empty(await Read(new(2026, 12, 1)));
    }

    [Fact]
    public async Task Age_and_children_are_said_only_of_those_who_are_not_alone_with_them()
    {
        await Established("一人目", 1990);
        await Established("二人目", 1994);
        await Established("三人目", 1980);
        await Established("四人目", 1992);
        var records = await ForCity();
        Assert.Equal([("30代", "1人"), ("30代", "1人"), ("30代", "1人")], records.Where(r => !r.IsAlone).Select(r => (r.AgeBand, r.Children)));
        Assert.All(records.Where(r => !r.IsAlone), r => Assert.Equal(["技能・資格"], r.Barriers)); // three have the same row
        Assert.Single(records, r => r is { IsAlone: true, IsCoarse: true, AgeBand: "", Children: "" });
        Assert.Equal([1, 2, 3, 4], records.Select(r => r.Number).Order());
    }

    [Fact]
    public async Task A_draft_and_an_approved_version_are_not_in_the_month_and_a_preview_draws_no_number()
    {
        var client = await oneStop.AClient(planner);
        await oneStop.KnowsFacts(planner, client);
        await oneStop.TakesPart(client);
        var program = await oneStop.Approved(planner, second, client);
        var preview = (await oneStop.Papers(planner, program)).Anonymous;
        Assert.Equal((null, true, ""), (preview.Number, preview.IsAlone, preview.AgeBand));
        var version = (await oneStop.Papers(planner, program)).VersionId;
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ProgramPaperDesk, AnonymousProgram?>(planner, d => d.ForReport(version)));
        Assert.Empty(await ForCity());
    }

    [Theory]
    [InlineData(2026, 11)]
    [InlineData(9999, 12)] // in an address somebody typed; its opening would lie after the end of the calendar
    public async Task A_month_that_is_not_over_has_nothing(int year, int month)
    {
        await Established("まだの人", 1990);
        Assert.Empty(await Read(new(year, month, 1)));
    }

    [Fact]
    public void Two_versions_of_one_person_do_not_hide_each_other()
    {
        var one = Of(7, BarrierKind.Skills);
        Assert.All(AnonymousProgram.Hidden([one, one with { IsRevision = true }, one with { Month = one.Month.AddMonths(-1) }]), r => Assert.True(r.IsAlone));
        Assert.All(AnonymousProgram.Hidden([one, one with { Number = 8 }]), r => Assert.True(r.IsAlone)); // two are few
        Assert.All(AnonymousProgram.Hidden([one, one with { Number = 8 }, one with { Number = 9 }]), r => Assert.Equal((false, false), (r.IsAlone, r.IsCoarse)));
    }

    /// <summary>Age and children left out, a rare set of support or an exact amount still finds somebody.</summary>
    [Fact]
    public void What_few_have_in_the_same_row_is_said_less_exactly()
    {
        var one = Of(1, BarrierKind.Skills, BarrierKind.Commuting, BarrierKind.Debts) with
        {
            Goals = [new(GoalTerm.LongTerm, 180_000, null)],
            Items = [new(SupportItemKind.Training, ItemState.Done, 2), new(SupportItemKind.Training, ItemState.Planned, 1)],
        };
        var rare = AnonymousProgram.Hidden([one, one with { Number = 2 }, one with { Number = 3, Barriers = ["住まい"] }]);
        Assert.All(rare, r => Assert.Equal((true, "30代"), (r.IsCoarse, r.AgeBand)));
        Assert.Equal([AnonymousProgram.OtherBarriers, AnonymousProgram.PrivateBarriers], rare[0].Barriers.Order(StringComparer.Ordinal));
        Assert.Equal(("長期: 月の収入 およそ20万円", "講座・訓練"), (rare[0].Goals[0].InWords, Assert.Single(rare[0].Items).InWords));
    }

    /// <summary>Who came first has not the first number.</summary>
    [Fact]
    public void Numbers_and_order_follow_what_the_rows_say()
    {
        var (a, b) = (Of(1, BarrierKind.Skills), Of(2, BarrierKind.Commuting));
        var (first, other) = (ProgramOffice.NewId(), ProgramOffice.NewId());
        var rows = AnonymousProgram.Numbered([(first, a), (other, b), (first, a with { IsRevision = true })]);
        Assert.Equal(rows, AnonymousProgram.Numbered([(other, a with { IsRevision = true }), (other, a), (first, b)]));
        Assert.Equal(2, rows.Select(r => r.Number).Distinct().Count());
    }

    [Fact]
    public void Barriers_that_tell_much_are_one_kind_and_amounts_are_round()
    {
        Assert.Equal([AnonymousProgram.PrivateBarriers], Of(1, BarrierKind.Debts, BarrierKind.Safety, BarrierKind.Health, BarrierKind.Divorce).Barriers);
        Assert.Equal([180_000, 190_000], ((List<int>)[184_999, 185_000]).Select(yen => AnonymousProgram.Of(1, ProgramOffice.Today, 1, null, Content([], [new() { MonthlyIncome = yen }]), none)
            .Goals[0].MonthlyIncome!.Value));
        Assert.Equal(["20歳未満", "20代", "50代以上", ""], new DateOnly?[] { new(2007, 1, 1), new(2006, 10, 5), new(1960, 1, 1), null }
            .Select(born => AnonymousProgram.Of(1, ProgramOffice.Today, 1, born, Content([], []), none).AgeBand));
    }

    [Fact]
    public async Task The_words_reach_the_City_by_a_confirmed_twin_alone()
    {
        var (_, program) = await Established("博多 花子", 1990);
        var version = (await oneStop.Papers(planner, program)).VersionId;
        var view = (await oneStop.At<TwinDesk, TwinView?>(planner, d => d.Open(ProgramText.Code, version)))!;
        Assert.Contains("本人の言葉: 子どもと安心して暮らしたい", view.Text, StringComparison.Ordinal);
        Assert.Empty(await oneStop.At<TwinDesk, IReadOnlyList<CityText>>(city, d => d.ForCity(ProgramOffice.Today)));
        await oneStop.Revise(planner, program);
        var draft = (await oneStop.VersionsOf(program))[1].Id;
        Assert.Null(await oneStop.At<TwinDesk, TwinView?>(planner, d => d.Open(ProgramText.Code, draft)));
    }

    private async Task<(Guid Client, Guid Program)> Established(string name, int birthYear)
    {
        var client = await oneStop.AClient(planner, name);
        await oneStop.KnowsFacts(planner, client);
        await oneStop.KnowsWho(planner, client, name, birthYear);
        await oneStop.TakesPart(client);
        return (client, await oneStop.Established(planner, second, client));
    }

    /// <summary>Reads the first month, once it is open.</summary>
    private Task<IReadOnlyList<AnonymousProgram>> ForCity()
    {
        if (oneStop.Day < CityMonth.OpensOn(ProgramOffice.Today))
            oneStop.Clock.SetUtcNow(JapanTime.At(CityMonth.OpensOn(ProgramOffice.Today), new(12, 0)));
        return Read(ProgramOffice.Today);
    }

    private Task<IReadOnlyList<AnonymousProgram>> Read(DateOnly month) => oneStop.At<ProgramPaperDesk, IReadOnlyList<AnonymousProgram>>(city, d => d.ForCity(month));

    private static AnonymousProgram Of(int number, params BarrierKind[] barriers) =>
        AnonymousProgram.Of(number, ProgramOffice.Today, 1, new(1990, 4, 1), Content([.. barriers.Select(b => new BarrierPair { Kind = b })], []), none);

    private static ProgramContent Content(IEnumerable<BarrierPair> pairs, IEnumerable<Goal> goals) =>
        new(CarriedFacts.None, CircumstancesNotes.None, [.. pairs], new(), [.. goals], []);
}
