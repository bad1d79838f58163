using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.AnonymousTwins;
using OneStop.Domain.Bookings;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Consultations;

/// <summary>
/// 相談記録の窓口: writing, confirming and correcting records. Who may read the words writes them: counselors, planners and managers. A record is
/// changed by who held the talk or wrote it, and by a manager.
/// </summary>
[DisplayName("相談記録")]
public sealed partial class ConsultationDesk(DeskContext desk, AuditKey key)
{
    /// <summary>Announced when records or comments have changed.</summary>
    public const string Topic = "consultations";

    /// <summary>記録を書く: begins a record. A booked talk becomes 来談 by it.</summary>
    /// <exception cref="RuleException">Something is missing or wrong, the booking is another client's, was cancelled, or has a record.</exception>
    [DisplayName("記録を書く")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public async Task<Guid> Write(Guid clientId, ConsultationOrigin origin, Edit<ConsultationWish> edit)
    {
        desk.MayDo<ConsultationDesk>();
        try
        {
            return await desk.Create(edit.Key, async db =>
            {
                var (now, me) = (desk.Now, desk.Actor.StaffId);
                var booking = origin.BookingId is { } booked ? await Held(db, clientId, booked, now) : null;
                var record = Consultation.Draft(clientId, booking, origin.ConversationId, edit.Wish.Read(now), me, now);
                if (edit.Wish.Confirms)
                    record.Confirm(me, now);
                return db.Add(record).Entity.Id;
            });
        }
        catch (KeyTakenException taken) when (taken.Key.Row == typeof(Consultation))
        {
            throw new RuleException("この予約の記録は、たったいまほかの人が書きはじめました。予約から開き直してください。");
        }
    }

    /// <summary>Rewrites a draft, and confirms it if the form says so.</summary>
    /// <exception cref="RuleException">It is no draft, it is a colleague's, or something is missing or wrong.</exception>
    /// <exception cref="ConflictException{T}">A colleague has changed it meanwhile.</exception>
    [DisplayName("下書きを直す・確定する")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task Rewrite(Guid consultationId, Edit<ConsultationWish> edit)
    {
        desk.MayDo<ConsultationDesk>();
        return Change(consultationId, (db, record, now) =>
        {
            db.Accept(edit, record, r => r.Wish);
            record.Rewrite(edit.Wish.Read(now), desk.Actor.StaffId, now);
            if (edit.Wish.Confirms)
                record.Confirm(desk.Actor.StaffId, now);
        });
    }

    /// <summary>訂正する: adds a version to a confirmed record, with the reason.</summary>
    /// <exception cref="RuleException">It is not confirmed, it is a colleague's, the reason is missing, or nothing differs.</exception>
    /// <exception cref="ConflictException{T}">A colleague has corrected it meanwhile.</exception>
    [DisplayName("確定した記録を訂正する")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task Correct(Guid consultationId, Edit<ConsultationWish> edit)
    {
        desk.MayDo<ConsultationDesk>();
        return Change(consultationId, (db, record, now) =>
        {
            db.Accept(edit, record, r => r.Wish);
            record.Correct(edit.Wish.Read(now), edit.Wish.Reason, desk.Actor.StaffId, now);
        });
    }

    /// <summary>下書きをやめる: drops a draft.</summary>
    /// <exception cref="RuleException">It is no draft, or it is a colleague's.</exception>
    [DisplayName("下書きをやめる")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task Drop(Guid consultationId)
    {
        desk.MayDo<ConsultationDesk>();
        return Change(consultationId, (_, record, now) =>
        {
            if (record.State != ConsultationState.Draft)
                throw new RuleException("確定した記録は、業務責任者が理由を書いて無効にします。");
            record.Remove("", desk.Actor.StaffId, now);
        });
    }

    /// <summary>無効にする: a confirmed record was entered by mistake, for example for another person. It stays readable and counts no more.</summary>
    /// <exception cref="RuleException">It is removed already, or the reason is missing.</exception>
    [DisplayName("確定した記録を無効にする")]
    [Allowed(Duty.Manager)]
    public Task Remove(Guid consultationId, string reason)
    {
        desk.MayDo<ConsultationDesk>();
        return Change(consultationId, (_, record, now) => record.Remove(reason, desk.Actor.StaffId, now));
    }

    /// <summary>Undoes <see cref="Drop"/> or <see cref="Remove"/>.</summary>
    /// <exception cref="RuleException">It is a colleague's, or the booking has another record meanwhile.</exception>
    [DisplayName("やめた下書き・無効にした記録を元に戻す")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public async Task BringBack(Guid consultationId)
    {
        desk.MayDo<ConsultationDesk>();
        try
        {
            await Change(consultationId, (_, record, _) =>
            {
                if (record.Confirmation is not null && !IsManager)
                    throw new RuleException("無効にした記録は、業務責任者が元に戻します。");
                record.BringBack();
            });
        }
        catch (KeyTakenException taken) when (taken.Key.Row == typeof(Consultation))
        {
            throw new RuleException("この予約には、もう別の記録があります。");
        }
    }

    /// <summary>次の一手を済みにする, or undoes that.</summary>
    /// <exception cref="RuleException">The record is not confirmed, or has no next step.</exception>
    [DisplayName("次の一手を済みにする・戻す")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task FinishNextStep(Guid consultationId, bool isDone)
    {
        desk.MayDo<ConsultationDesk>();
        return desk.Change(async db =>
        {
            var record = await Find(db, consultationId); // a colleague may do the next step
            if (isDone)
                record.FinishNextStep(desk.Actor.StaffId, desk.Now);
            else
                record.ReopenNextStep();
        });
    }

    private bool IsManager => desk.Actor.Duties.Contains(Duty.Manager);

    private static async Task<Booking> Held(OneStopDb db, Guid clientId, Guid bookingId, DateTimeOffset now)
    {
        var booking = await db.Bookings.Include(b => b.Cells).SingleAsync(b => b.Id == bookingId);
        if (booking.ClientId != clientId)
            throw new RuleException("この予約は、別の利用者のものです。");
        if (booking.State != BookingState.Held)
            await db.Hold(booking, db.Actor.StaffId, now);
        return booking;
    }

    private static Task<Consultation> Find(OneStopDb db, Guid id) => db.Consultations.Include(c => c.Versions).SingleAsync(c => c.Id == id);

    private Task Change(Guid consultationId, Action<OneStopDb, Consultation, DateTimeOffset> change) => desk.Change(async db =>
    {
        var record = await Find(db, consultationId);
        if (!record.IsOf(desk.Actor.StaffId) && !IsManager)
            throw new RuleException("この記録を変えられるのは、担当者と書いた人、業務責任者です。");
        var wasConfirmed = record.State == ConsultationState.Confirmed;
        change(db, record, desk.Now);
        if (wasConfirmed)
            await db.OutdateTwins(ConsultationText.Code, consultationId, desk.Now);
    });
}
