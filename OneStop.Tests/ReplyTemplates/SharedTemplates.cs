using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.ReplyTemplates;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.ReplyTemplates;

/// <summary>Templates written by a manager.</summary>
internal static class SharedTemplates
{
    extension(TestOneStop oneStop)
    {
        /// <summary>Returns the shared template with this title; creates it if it does not exist.</summary>
        public async Task<Guid> ATemplate(string title, string reading, string body, string folder = "案内")
        {
            var manager = await oneStop.AMember("manager", Duty.Manager);
            return await oneStop.As(manager, async services =>
            {
                var desk = services.GetRequiredService<ReplyTemplateDesk>();
                return (await desk.List()).FirstOrDefault(r => r.Title == title)?.Id
                    ?? await desk.SaveShared(null, new(TemplateWish.None, new(true, folder, title, reading, body)));
            });
        }
    }
}
