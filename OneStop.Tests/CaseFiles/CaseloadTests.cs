using OneStop.Domain;
using OneStop.Domain.Accounts;
using OneStop.Domain.Bookings;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.CaseFiles.Caseload;
using OneStop.Domain.Clients;
using OneStop.Domain.Staff;
using OneStop.Domain.Stages;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.CaseFiles;

/// <summary>担当一覧: who has how many cases in which stage, what is due in them, and the cases behind each number.</summary>
public sealed class CaseloadTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();
    private StaffMember mina = null!, ryo = null!;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        (ryo, mina) = (await oneStop.OnShift("ryo"), await oneStop.OnShift("mina"));
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task Nobodys_cases_come_first_then_my_own_and_closed_ones_count_nowhere()
    {
        var (nobodys, mine, closed) = (await oneStop.AClient(ryo), await oneStop.AClient(ryo), await oneStop.AClient(ryo));
        await Assign(mine, ryo);
        await Assign(closed, ryo);
        await oneStop.At<CaseFileDesk, Guid>(ryo, d => d.Close(closed, ClosingReason.Wish, ""));
        var table = await Table(ryo);
        Assert.Equal(["担当なし", "ryo さん", "mina さん"], table.Rows.Select(r => r.Name));
        Assert.Equal([1, 1, 0], table.Rows.Select(r => r.Whole.Count));
        Assert.Equal([CaseStage.Registered, CaseStage.Consulting, CaseStage.Program, CaseStage.JobSearch, CaseStage.Placed, CaseStage.Retention], CaseloadTable.Stages);
        Assert.Equal(1, table.Rows[0].Cells[0].Count);
        Assert.Equal(nobodys, Assert.Single((await Listed(new() { IsUncharged = true })).Select(r => r.Id)));
        Assert.Equal("mina さん", (await Table(mina)).Rows[1].Name);
    }

    [Fact]
    public async Task A_case_is_overdue_or_due_this_week_once_and_moves_with_its_stage()
    {
        var (held, told) = (await Held(mina, "2026-10-05T10:00"), await oneStop.AClient(mina));
        await Assign(held, mina);
        await oneStop.At<CaseFileDesk, Guid>(mina, d => d.Assign(told, ryo.Id, "読んでください"));
        var row = (await Table(mina)).Rows.Single(r => r.StaffId == mina.Id);
        Assert.Equal(new CaseloadCell(CaseStage.Consulting, 1, 0, 1), row.Cells[1]); // the record, and the four measures within a week
        Assert.Equal(new CaseloadCell(CaseStage.Registered, 1, 0, 1), (await Table(mina)).Rows.Single(r => r.StaffId == ryo.Id).Cells[0]); // to be confirmed by tomorrow

        oneStop.Clock.SetUtcNow(TestOneStop.Japan("2026-10-07T01:00").ToUniversalTime()); // 25:00 of the day after
        Assert.Equal(new CaseloadCell(CaseStage.Registered, 1, 1, 0), (await Table(mina)).Rows.Single(r => r.StaffId == ryo.Id).Cells[0]);
        Assert.Equal([held], (await Listed(new() { Person = mina.Id, Stage = CaseStage.Consulting })).Select(r => r.Id));
        Assert.Empty(await Listed(new() { Person = mina.Id, Stage = CaseStage.Registered }));
        Assert.Empty(await Listed(new() { Stage = CaseStage.Program }));
        await oneStop.At<CaseFileDesk, Guid>(mina, d => d.Close(held, ClosingReason.Achieved, ""));
        Assert.Equal([held], (await Listed(new() { Stage = CaseStage.Closed })).Select(r => r.Id));
        Assert.Empty(await Listed(new() { Stage = CaseStage.Consulting }));
    }

    [Fact]
    public async Task Who_waits_for_an_answer_in_LINE_counts_in_their_case()
    {
        var talk = await oneStop.AsksSomething("返事を待っています");
        var client = await oneStop.At<ClientDesk, Guid>(mina, d => d.Register(talk, null, null));
        await Assign(client, mina);
        Assert.Equal(1, (await Table(mina)).Rows.Single(r => r.StaffId == mina.Id).Whole.ThisWeek);
        Assert.Equal("返信する", Assert.Single((await Board(mina, mina.Id))!.Columns[0].Cards).Due!.What);
    }

    [Fact]
    public async Task Of_somebody_who_left_the_cases_stay_in_sight()
    {
        var client = await oneStop.AClient(mina);
        await Assign(client, mina);
        await oneStop.At<AccountDesk>(await oneStop.AMember("boss", Duty.Administrator), d => d.Leave(mina.Id, new(null, null)));
        var row = (await Table(ryo)).Rows.Single(r => r.StaffId == mina.Id);
        Assert.Equal((false, 1), (row.IsHere, row.Whole.Count));
        Assert.False((await Board(ryo, mina.Id))!.IsHere);
    }

    [Fact]
    public async Task A_board_shows_the_most_urgent_of_two_hundred_and_counts_the_others()
    {
        var late = await Held(mina, "2026-10-05T10:00");
        await Assign(late, mina);
        await oneStop.Read(async db =>
        {
            for (var i = 0; i < 200; i++)
            {
                var client = Client.Of(3000 + i, null, null, oneStop.Clock.GetUtcNow());
                client.Identify(new() { FullName = $"{new string('長', 40)} {i}" }, oneStop.Clock.GetUtcNow());
                db.Add(client);
                db.Add(CaseAssignment.Of(client.Id, mina.Id, i == 150 ? ryo.Id : mina.Id, "", oneStop.Clock.GetUtcNow()));
            }
            return await db.SaveChangesAsync();
        });
        var board = (await Board(ryo, mina.Id))!;
        Assert.Equal((200, CaseloadDesk.CardsAtOnce), (board.Columns[0].Count, board.Columns[0].Cards.Count));
        Assert.Equal((3150, true), (board.Columns[0].Cards[0].Client.Number, board.Columns[0].Cards[0].IsUnconfirmed)); // something is due
        var card = Assert.Single(board.Columns[1].Cards);
        Assert.Equal((late, TestOneStop.Japan("2026-10-05T10:00"), 4), (card.Client.ClientId, card.LastTalkAt, card.Told.Measures.Count));
        Assert.Equal(200, (await Board(ryo, mina.Id, 200))!.Columns[0].Cards.Count);
        Assert.Null(await Board(ryo, Guid.CreateVersion7(oneStop.Clock.GetUtcNow())));
    }

    [Fact]
    public async Task The_team_is_for_those_who_work_with_people()
    {
        foreach (var duty in (Duty[])[Duty.City, Duty.Administrator, Duty.OutreachOfficer])
        {
            var member = await oneStop.AMember($"no-{duty}", duty);
            await Assert.ThrowsAsync<NotAllowedException>(() => Table(member));
            await Assert.ThrowsAsync<NotAllowedException>(() => Board(member, mina.Id));
        }
        var retention = await oneStop.AMember("retention", Duty.RetentionOfficer);
        Assert.NotEmpty((await Table(retention)).Rows);
    }

    /// <summary>A client with whom a talk was held.</summary>
    private async Task<Guid> Held(StaffMember member, string at)
    {
        var client = await oneStop.AClient(member);
        var start = TestOneStop.Japan(at);
        var booking = await oneStop.At<BookingDesk, EnteredBooking>(member, d => d.Book(client, new(BookingKind.Consultation, ContactMethod.Phone, start, member.Id, false, false), false));
        oneStop.Clock.SetUtcNow(start.AddHours(1).ToUniversalTime());
        await oneStop.At<BookingDesk>(member, d => d.Close(booking.Id, wasHeld: true));
        return client;
    }

    private Task<Guid> Assign(Guid client, StaffMember to) => oneStop.At<CaseFileDesk, Guid>(to, d => d.Assign(client, to.Id, ""));

    private Task<CaseloadTable> Table(StaffMember member) => oneStop.At<CaseloadDesk, CaseloadTable>(member, d => d.Table());

    private Task<CaseBoard?> Board(StaffMember by, Guid staffId, int cards = CaseloadDesk.CardsAtOnce) => oneStop.At<CaseloadDesk, CaseBoard?>(by, d => d.Board(staffId, cards));

    private async Task<IReadOnlyList<ClientListRow>> Listed(ClientFilter filter) => (await oneStop.At<ClientListDesk, ClientList>(ryo, d => d.List(new(filter)))).Part.Rows;
}
