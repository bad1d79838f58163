using OneStop.Domain.Partners;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Assessment;
using OneStop.Domain.SupportPrograms.Contents;
using OneStop.Domain.SupportPrograms.Following;
using OneStop.Domain.SupportPrograms.Papers;
using OneStop.Tests.House;
using OneStop.Tests.SupportPrograms.Following;

namespace OneStop.Tests.SupportPrograms.Papers;

/// <summary>What an office that decides on a benefit reads: what it needs, and not what a person suffers from.</summary>
public sealed class OfficePaperTests : IAsyncLifetime
{
    private const string Shelter = "さくら女性相談センター";

    /// <summary>What stands on no paper for an office, whatever staff choose.</summary>
    private static readonly string[] never = [Shelter, "持病", "返済", "元夫", "調停", "逃げる", "避難", "無料相談の空き"];

    /// <summary>What stands there only if staff chose it.</summary>
    private static readonly string[] chosen = ["学童保育", "子ども1人", "正社員をめざしたい", "祖母", "自信がない", "食費"];

    private readonly TestOneStop oneStop = new();
    private StaffMember planner = null!, second = null!;
    private Guid client, ward, program;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        (planner, second, client) = await oneStop.Planning();
        ward = await oneStop.APartner(planner);
        await oneStop.Shares(client, ward);
        program = await oneStop.Written(planner, client);
        await oneStop.At<ProgramDesk>(planner, async d => await d.Add(program, await Private()));
        await oneStop.Ask(planner, program);
        await oneStop.Approve(second, program);
        await oneStop.Confirm(planner, program);
        await oneStop.Review(planner, program, w => w with { Next = $"{Shelter}に電話する" });
        var bank = await oneStop.APartner(planner, "無料相談の空き窓口（架空）", PartnerKind.Other);
        await oneStop.At<FollowingDesk, Guid>(planner, d => d.Contact(program, new(new(), new ContactWish { On = oneStop.Day, PartnerId = bank, Words = "空きを聞いた" })));
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task Neither_such_an_office_nor_such_a_barrier_is_on_it_in_lists_time_line_or_words()
    {
        foreach (var words in (OfficeWords[])[OfficeWords.None, OfficeWords.Read(7)])
        {
            var said = Said(await Paper(words));
            Assert.All(never, secret => Assert.DoesNotContain(secret, said, StringComparison.Ordinal));
            Assert.Contains("簿記の講座", said, StringComparison.Ordinal);
            Assert.Contains("資格がない", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_is_to_be_contacted_discreetly_is_reached_through_us()
    {
        var paper = await Paper(OfficeWords.None);
        Assert.DoesNotContain("必ずこの事業の担当", Said(paper), StringComparison.Ordinal);
        Assert.Contains($"必ずこの事業の担当（{paper.Planner}）を通してください", Said(paper with { IsDiscreet = true }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_about_the_family_and_oneself_go_only_where_they_were_chosen_and_the_register_says_so()
    {
        var said = Said(await Paper(OfficeWords.None));
        Assert.All(chosen, words => Assert.DoesNotContain(words, said, StringComparison.Ordinal));
        Assert.Contains("2018年生まれ", said, StringComparison.Ordinal);
        var all = Said(await Paper(OfficeWords.Read(-1)));
        Assert.All(chosen, words => Assert.Contains(words, all, StringComparison.Ordinal));
        Assert.DoesNotContain("自信がない", Said(await Paper(OfficeWords.Family | OfficeWords.Motivation)), StringComparison.Ordinal);
        var version = (await oneStop.Papers(planner, program)).VersionId;
        await oneStop.At<ProgramPaperDesk, Guid>(planner, d => d.Register(version, ward, new(PaperFormat.Pdf, new('a', 64), null, OfficeWords.Read(7))));
        Assert.Equal("いっしょに住む人・子どもをみる人、仕事への意欲、預け先・家計・気持ち・その他の課題と強み", Assert.Single((await oneStop.Papers(planner, program)).HandOvers).Words.InJapanese);
    }

    [Fact]
    public async Task The_paper_that_is_signed_says_all_that_is_confirmed()
    {
        var view = await oneStop.Papers(planner, program);
        var said = string.Join('\n', view.Signing!.Sections.SelectMany(s => s.Parts).SelectMany(p => p).Select(l => l.Words));
        Assert.All((await oneStop.Program(planner, program)).Newest!.Content.Parts().SelectMany(p => p), line => Assert.Contains(line.Words, said, StringComparison.Ordinal));
        Assert.Contains(Shelter, said, StringComparison.Ordinal);
        Assert.Equal((await oneStop.Program(planner, program)).Newest!.Confirmation!.Digest, view.Signing.Head.Digest);
        await oneStop.Revise(planner, program);
        Assert.Null((await oneStop.Papers(planner, program, 2)).Signing);
    }

    private static string Said(OfficePaper paper) => string.Join('\n',
        [
            .. OfficeFields.All.Select(f => f.Read(paper).InWords),
            .. OfficeLists.All.SelectMany(l => OfficeLists.Rows(l, paper)).SelectMany(r => r).Select(v => v.InWords),
            .. paper.Content.Items.Select(i => i.What),
        ]);

    private async Task<ProgramParts> Private()
    {
        var office = await oneStop.APartner(planner, $"{Shelter}（架空）", PartnerKind.Safety);
        return new(
            [
                .. from pair in (IReadOnlyList<(BarrierKind Kind, string Hard)>)[(BarrierKind.Health, "持病がある"), (BarrierKind.Debts, "返済がある"), (BarrierKind.Divorce, "元夫との調停"),
                    (BarrierKind.Safety, "逃げる先"), (BarrierKind.ChildCare, "祖母の体調"), (BarrierKind.Confidence, "自信がない"), (BarrierKind.Household, "食費が足りない"),
                    (BarrierKind.Skills, $"{Shelter}で勧められた資格")]
                   select new PlacedPart<BarrierPair>(new() { Id = ProgramOffice.NewId(), Kind = pair.Kind, Hard = pair.Hard, Strength = "つづけている" }),
            ],
            [new(new() { Id = ProgramOffice.NewId(), Term = GoalTerm.MidTerm, OwnWords = $"{Shelter}に行く", Words = "週20時間で働きつづける", WeeklyHours = 20, Until = oneStop.Day.AddYears(1) })],
            [
                new(new() { Id = ProgramOffice.NewId(), Kind = SupportItemKind.Partner, PartnerId = office, What = "避難の相談", Responsible = "担当の人", From = oneStop.Day, Until = oneStop.Day.AddMonths(2), HowOften = "月1回", ClientDoes = "電話する" }),
                new(new() { Id = ProgramOffice.NewId(), Kind = SupportItemKind.Other, What = "同行する", Responsible = "策定員", From = oneStop.Day, Until = oneStop.Day.AddMonths(2), HowOften = "月1回", ClientDoes = $"{Shelter}への避難の準備" }),
            ]);
    }

    private async Task<OfficePaper> Paper(OfficeWords words)
    {
        var version = (await oneStop.Papers(planner, program)).VersionId;
        return (await oneStop.At<ProgramPaperDesk, OfficePaper?>(planner, d => d.ForOffice(version, ward, words)))!;
    }
}
