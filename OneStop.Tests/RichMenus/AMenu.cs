using Microsoft.EntityFrameworkCore;
using OneStop.Domain.RichMenus;
using OneStop.Domain.Staff;
using OneStop.Line.RichMenu;
using OneStop.Tests.House;

namespace OneStop.Tests.RichMenus;

/// <summary>Menu editions as the office makes them.</summary>
internal static class AMenu
{
    extension(TestOneStop oneStop)
    {
        public Task<StaffMember> MenuManager() => oneStop.AMember("menu-manager", Duty.Manager);

        public Task<StaffMember> Supervisor() => oneStop.AMember("supervisor", Duty.City);

        /// <summary>Proposes an edition as the manager.</summary>
        public async Task<Guid> ProposeMenu(byte grey = 90) =>
            await oneStop.At<RichMenuDesk, Guid>(await oneStop.MenuManager(), desk => desk.Propose(APicture.Of(grey: grey), ""));

        /// <summary>Approves the edition unchanged as the City.</summary>
        public async Task ApproveMenu(Guid id)
        {
            var digest = await oneStop.Read(db => db.MenuEditions.Where(e => e.Id == id).Select(e => e.Approval.Digest).SingleAsync());
            await oneStop.At<MenuEditionDesk>(await oneStop.Supervisor(),
                desk => desk.Approve(id, digest, "こ家支第1号", DateOnly.FromDateTime(oneStop.Clock.GetUtcNow().UtcDateTime), "課長"));
        }

        public async Task<Guid> AnApprovedMenu(byte grey = 90)
        {
            var id = await oneStop.ProposeMenu(grey);
            await oneStop.ApproveMenu(id);
            return id;
        }

        public async Task<bool> PutUpMenu(Guid id) => await oneStop.At<RichMenuDesk, bool>(await oneStop.MenuManager(), desk => desk.PutUp(id));

        public async Task<EditionRow> Menu(Guid id) =>
            (await oneStop.At<MenuEditionDesk, MenuBoard>(await oneStop.MenuManager(), desk => desk.Board())).Editions.Single(e => e.Id == id);
    }
}
