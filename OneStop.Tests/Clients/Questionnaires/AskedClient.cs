using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Clients.Questionnaires;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Clients.Questionnaires;

/// <summary>Clients who are asked by a questionnaire.</summary>
internal static class AskedClient
{
    extension(TestOneStop oneStop)
    {
        /// <summary>Returns a client without LINE who has consented to consultation.</summary>
        public async Task<Guid> AnAgreedCaller(StaffMember by)
        {
            var client = await oneStop.At<ClientDesk, Guid>(by, d => d.Register(null, "みどり", null));
            await oneStop.At<ConsentDesk, Guid>(by, d => d.Record(client,
                new(new("", ConsentWay.ByWord, null, ""), new(ConsentPurpose.Consultation.Code, ConsentWay.ByWord, oneStop.Clock.GetUtcNow().JapaneseDate, ""))));
            return client;
        }

        /// <summary>Returns a client with LINE who has consented to consultation.</summary>
        public async Task<(Guid Client, Domain.Friends.LineUserId Friend)> AnAgreedFriend()
        {
            var friend = Domain.Friends.LineUserId.Parse((await oneStop.AFriend()).UserId);
            return await oneStop.Read(async db =>
            {
                var client = await db.GetOrRegister(await db.Friends.SingleAsync(f => f.LineUserId == friend), oneStop.Clock.GetUtcNow());
                await db.Give(ConsentPurpose.Consultation, client.Id, null, oneStop.Clock.GetUtcNow());
                await db.SaveChangesAsync();
                return (client.Id, friend);
            });
        }

        /// <summary>Creates a questionnaire; returns its id and the path of its page.</summary>
        public async Task<(Guid Id, string Path)> Asked(StaffMember by, Guid client, params string[] codes)
        {
            var id = await oneStop.At<QuestionnaireDesk, Guid>(by, d => d.Create(client, new([.. codes])));
            return (id, (await oneStop.At<QuestionnaireDesk, CopiedAddress>(by, d => d.Copy(id))).Path);
        }

        /// <summary>Returns the path of the page with what a new client answered.</summary>
        public async Task<string> AReceived(StaffMember by)
        {
            var client = await oneStop.AnAgreedCaller(by);
            var (id, path) = await oneStop.Asked(by, client, "wishes.kinds", "work.form");
            using var phone = new ClientTelephone(oneStop, path);
            await phone.Opens("?go=1");
            await phone.Presses("Decline", "work.form");
            await phone.Presses("Answer", "wishes.kinds", ("a", "とても長い言葉を書いてみます。" + new string('あ', 60)));
            await phone.HandsIn();
            return $"/clients/{client}/questionnaires/{id}";
        }

        /// <summary>Returns the facts as a counselor sees them.</summary>
        public async Task<FactsView> FactsOf(StaffMember by, Guid client) => (await oneStop.At<FactDesk, FactsView?>(by, d => d.Open(client)))!;

        /// <summary>Returns how the only questionnaire of a client stands.</summary>
        public async Task<QuestionnaireRow> StandOf(StaffMember by, Guid client) =>
            Assert.Single((await oneStop.At<QuestionnaireDesk, QuestionnaireList?>(by, d => d.Of(client)))!.Rows);
    }
}
