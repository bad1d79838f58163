using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Staff;
using OneStop.Domain.Stages;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.CaseFiles;

/// <summary>主担当, 段階, 終了, and what is due.</summary>
public sealed class CaseFileTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();
    private StaffMember mina = null!, ryo = null!;
    private Guid client;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        (mina, ryo) = (await oneStop.OnShift("mina"), await oneStop.OnShift("ryo"));
        client = await oneStop.AClient(mina);
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task A_transfer_is_due_until_the_receiver_has_confirmed_it()
    {
        await Assign(mina, mina);
        Assert.Empty(await Due(mina, "transfer"));

        await Assign(mina, ryo, "金曜の夜に電話の約束があります");
        var due = Assert.Single(await Due(ryo, "transfer"));
        Assert.Equal(("引き継ぎを確かめる", ryo.Id), (due.Item.What, due.Item.StaffId));
        var charge = (await Open()).Charge!;
        Assert.Equal((ryo.Id, "金曜の夜に電話の約束があります", false), (charge.StaffId, charge.Note, charge.IsAcknowledged));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<CaseFileDesk>(mina, d => d.Acknowledge(charge.Id)));

        await oneStop.At<CaseFileDesk>(ryo, d => d.Acknowledge(charge.Id));
        Assert.Empty(await Due(ryo, "transfer"));
    }

    [Fact]
    public async Task An_undone_transfer_gives_the_case_back()
    {
        await Assign(mina, mina);
        var transfer = await Assign(mina, ryo);
        await oneStop.At<CaseFileDesk>(mina, d => d.UndoAssign(transfer));
        Assert.Equal((mina.Id, null), ((await Open()).Charge!.StaffId, (await Open()).Charge!.Until));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<CaseFileDesk>(mina, d => d.UndoAssign(transfer)));
    }

    [Fact]
    public async Task The_stage_follows_from_facts_and_the_end_is_one_act()
    {
        Assert.Equal(CaseStage.Registered, (await Open()).Stage);
        var start = TestOneStop.Japan("2026-10-06T10:00");
        var booking = await oneStop.At<BookingDesk, EnteredBooking>(mina, d => d.Book(client, new(BookingKind.Consultation, ContactMethod.Phone, start, mina.Id, false, false), false));
        Assert.Equal(start, (await Open()).Next!.Start);
        oneStop.Clock.SetUtcNow(start.AddHours(1).ToUniversalTime());
        Assert.Equal("来談か無断かを記録する", Assert.Single(await Due(mina, "booking-end")).Item.What);
        await oneStop.At<BookingDesk>(mina, d => d.Close(booking.Id, wasHeld: true));
        Assert.Equal(CaseStage.Consulting, (await Open()).Stage);
        Assert.Empty(await Due(mina, "booking-end"));

        await Assign(mina, mina);
        await oneStop.At<CaseFileDesk, Guid>(mina, d => d.Close(client, ClosingReason.Achieved, ""));
        var closed = await Open();
        Assert.Equal((CaseStage.Closed, mina.Id, oneStop.Clock.GetUtcNow()), (closed.Stage, closed.Charge!.StaffId, closed.Charge.Until));
        await Assert.ThrowsAsync<RuleException>(() => Assign(mina, ryo));

        await oneStop.At<CaseFileDesk>(mina, d => d.Reopen(client, ryo.Id));
        Assert.Equal((CaseStage.Consulting, ryo.Id), ((await Open()).Stage, (await Open()).Charge!.StaffId));
    }

    [Fact]
    public async Task An_undone_end_leaves_nothing_behind()
    {
        await Assign(mina, mina);
        var closing = await oneStop.At<CaseFileDesk, Guid>(mina, d => d.Close(client, ClosingReason.NoContact, ""));
        await oneStop.At<CaseFileDesk>(mina, d => d.UndoClose(closing));
        Assert.Equal((CaseStage.Registered, null), ((await Open()).Stage, (await Open()).Charge!.Until));
        Assert.Equal(0, await oneStop.Read(db => db.CaseClosings.CountAsync()));
    }

    [Fact]
    public async Task Another_reason_needs_words_and_who_sees_no_people_cannot_be_in_charge()
    {
        var fault = await Assert.ThrowsAsync<RuleException>(() => oneStop.At<CaseFileDesk, Guid>(mina, d => d.Close(client, ClosingReason.Other, " ")));
        Assert.Equal("Words", fault.Field);
        var city = await oneStop.AMember("city", Duty.City);
        await Assert.ThrowsAsync<RuleException>(() => Assign(mina, city));
    }

    [Fact]
    public async Task A_waiting_person_is_due_for_everybody_until_somebody_has_taken_them()
    {
        await oneStop.AsksSomething("相談したいです");
        Assert.Equal("返信する", Assert.Single(await Due(mina, "answer")).Item.What);
        Assert.Equal("返信する", Assert.Single(await Due(ryo, "answer")).Item.What);
    }

    [Fact]
    public async Task What_others_have_to_do_is_shown_to_managers_only()
    {
        await Assign(mina, mina);
        await Assign(mina, ryo);
        Assert.Empty(await Due(mina, "transfer"));
        var manager = await oneStop.AMember("manager", Duty.Manager);
        Assert.Contains(await oneStop.At<DueDesk, IReadOnlyList<DueRow>>(manager, d => d.Team()), r => r.Item.Kind == "transfer");
        await Assert.ThrowsAsync<NotAllowedException>(() => oneStop.At<DueDesk, IReadOnlyList<DueRow>>(mina, d => d.Team()));
    }

    private Task<Guid> Assign(StaffMember by, StaffMember to, string note = "") => oneStop.At<CaseFileDesk, Guid>(by, d => d.Assign(client, to.Id, note));

    private async Task<CaseHead> Open() => (await oneStop.At<CaseFileDesk, CaseHead?>(mina, d => d.Open(client)))!;

    /// <summary>What is due of one kind; features above may add others.</summary>
    private async Task<IReadOnlyList<DueRow>> Due(StaffMember member, string kind) =>
        [.. (await oneStop.At<DueDesk, IReadOnlyList<DueRow>>(member, d => d.Mine())).Where(r => r.Item.Kind == kind)];
}
