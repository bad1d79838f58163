using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.SupportMeasures.Explanations;

/// <summary>申請の窓口: a client's applications for measures, and the ten questions before any course or loan. They tell of household money.</summary>
[DisplayName("支援策の申請")]
public sealed class ApplicationDesk(DeskContext desk)
{
    /// <summary>Saves the application of a client for a measure.</summary>
    /// <exception cref="RuleException">A date that belongs to the state is missing, or the dates are not in order.</exception>
    /// <exception cref="ConflictException{T}">A colleague has changed it meanwhile.</exception>
    [DisplayName("申請の状態を書く")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public async Task Save(Guid clientId, Guid measureId, Edit<ApplicationWish> edit)
    {
        desk.MayDo<ApplicationDesk>();
        await desk.Change(async db =>
        {
            var application = await db.MeasureApplications.SingleOrDefaultAsync(a => a.ClientId == clientId && a.MeasureId == measureId)
                ?? db.MeasureApplications.Add(MeasureApplication.Of(clientId, measureId, desk.Now)).Entity;
            application.Change(db.Accept(edit, application, a => a.Wish), desk.Actor.StaffId, desk.Now);
        });
    }

    /// <summary>Saves the answers to the ten questions.</summary>
    /// <exception cref="RuleException">An answer is too long.</exception>
    /// <exception cref="ConflictException{T}">A colleague has changed them meanwhile.</exception>
    [DisplayName("講座・貸付の前に聞くことを書く")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public async Task Ask(Guid clientId, Edit<ChecklistWish> edit)
    {
        desk.MayDo<ApplicationDesk>();
        await desk.Change(async db =>
        {
            var checklist = await db.MeasureChecklists.SingleOrDefaultAsync(c => c.ClientId == clientId)
                ?? db.MeasureChecklists.Add(MeasureChecklist.Of(clientId, desk.Now)).Entity;
            checklist.Change(db.Accept(edit, checklist, c => c.Wish), desk.Actor.StaffId, desk.Now);
        });
    }
}
