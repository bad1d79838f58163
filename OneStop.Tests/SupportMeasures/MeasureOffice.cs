using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Clients;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportMeasures.Explanations;
using OneStop.Line.Simulator;
using OneStop.Tests.House;

namespace OneStop.Tests.SupportMeasures;

/// <summary>Clients and measures for tests of explanations.</summary>
internal static class MeasureOffice
{
    extension(TestOneStop oneStop)
    {
        /// <summary>Registers the person of a conversation as a client who has consented.</summary>
        public async Task<Guid> AsClient(VirtualFriend friend, StaffMember by)
        {
            var talk = await oneStop.ConversationOf(friend);
            return await oneStop.At<ClientDesk, Guid>(by, async desk =>
            {
                var client = await desk.Register(talk, null, null);
                await desk.Answer(client, Eligibility.Yes);
                await desk.Agree(client);
                return client;
            });
        }

        /// <summary>Returns the ids of the measures with these codes.</summary>
        public async Task<ValueList<Guid>> Measures(params string[] codes)
        {
            var ids = await oneStop.Read(db => db.SupportMeasures.Where(m => codes.Contains(m.Code)).ToDictionaryAsync(m => m.Code, m => m.Id));
            return [.. codes.Select(c => ids[c])];
        }

        /// <summary>Explains measures by telephone.</summary>
        public async Task<Guid> TellByPhone(StaffMember by, Guid client, params string[] codes)
        {
            var measures = await oneStop.Measures(codes);
            return await oneStop.At<ExplanationDesk, Guid>(by, d => d.Tell(client, new(measures, ExplanationWay.Phone, MeasureResponse.NotAsked)));
        }

        /// <summary>Returns the measures of a client as this member sees them.</summary>
        public async Task<ClientMeasures> MeasuresOf(StaffMember by, Guid client) =>
            (await oneStop.At<ExplanationDesk, ClientMeasures?>(by, d => d.Of(client)))!;
    }
}
