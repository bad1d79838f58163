using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.RichMenus;
using OneStop.Line.RichMenu;
using OneStop.Line.Simulator;

namespace OneStop.Portal.Demo;

/// <summary>The simulator keeps nothing when it stops, so its menu and conversations are restored from the database.</summary>
internal sealed class DemoTelephones(IDbContextFactory<OneStopDb> dbs, IServiceProvider services)
{
    private const int Seed = 20261001;

    /// <summary>Restores the menu, the friends and their conversations.</summary>
    public async Task Restore()
    {
        var platform = services.GetRequiredService<LinePlatform>();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.MenuEditions.AsNoTracking().Up().SingleOrDefaultAsync() is { Display: { } display } edition)
            platform.Menus.Restore(display.LineId, MenuObject.Of(edition), edition.Picture);
        var names = new Random(Seed);
        foreach (var friend in await db.Friends.AsNoTracking().OrderBy(f => f.Number).ToListAsync())
        {
            var name = $"{DemoBook.Nicknames[names.Next(DemoBook.Nicknames.Count)]}（{friend.Number:D2}）";
            platform.Invent(name, friend.LineUserId.Value).Restore(friend.FollowedAt is not null, friend.IsBlocked);
            var talk = db.Messages.AsNoTracking()
                .Where(m => m.By != Speaker.Event && db.Conversations.Any(c => c.Id == m.ConversationId && c.FriendId == friend.Id));
            foreach (var message in await talk.OrderBy(m => m.Order).ToListAsync())
            {
                var said = new JsonObject { ["type"] = "text", ["text"] = message.Text ?? "（画像など）" };
                platform.Recall(friend.LineUserId.Value, message.By == Speaker.Client, said, message.At);
            }
        }
    }
}
