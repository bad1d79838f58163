using OneStop.Domain;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Clients;

/// <summary>Clients who are asked for a consent on a page.</summary>
internal static class AskedOnPage
{
    extension(TestOneStop oneStop)
    {
        /// <summary>Returns a client without LINE who has consented to nothing.</summary>
        public Task<Guid> ACaller(StaffMember by) => oneStop.At<ClientDesk, Guid>(by, d => d.Register(null, "みどり", null));

        /// <summary>Asks a client on a page; returns the id of its link, and the path of the page.</summary>
        public async Task<(Guid Link, string Path)> AskedFor(StaffMember by, Guid client, ConsentPurpose purpose)
        {
            var link = await oneStop.At<ConsentDesk, Guid>(by, d => d.AskOnPage(client, purpose.Code));
            return (link, (await oneStop.At<ConsentDesk, CopiedAddress>(by, d => d.CopyPage(link))).Path);
        }

        /// <summary>Returns all consents of a client.</summary>
        public Task<IReadOnlyList<ConsentRow>> ConsentsOf(StaffMember by, Guid client) => oneStop.At<ConsentDesk, IReadOnlyList<ConsentRow>>(by, d => d.Of(client));

        /// <summary>Returns the pages that staff still have to know of.</summary>
        public Task<IReadOnlyList<ConsentPageRow>> PagesOf(StaffMember by, Guid client) => oneStop.At<ConsentDesk, IReadOnlyList<ConsentPageRow>>(by, d => d.Pages(client));

        /// <summary>Records a consent that was given by word today.</summary>
        public Task<Guid> ByWord(StaffMember by, Guid client, ConsentPurpose purpose)
        {
            var wish = new ConsentWish(purpose.Code, ConsentWay.ByWord, oneStop.Clock.GetUtcNow().JapaneseDate, "");
            return oneStop.At<ConsentDesk, Guid>(by, d => d.Record(client, new(wish, wish)));
        }
    }
}
