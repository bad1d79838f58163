using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;

namespace OneStop.Domain.Stages;

/// <summary>What brings a client to a stage. Several tracks can be open at once. Implemented beside the entity; registered by convention.</summary>
public interface ICaseTrack
{
    /// <summary>The stage of clients on this track.</summary>
    CaseStage Stage { get; }

    /// <summary>
    /// Whether a client is on it. Looks up the rows of the one client, so that a list of few clients does not read what all clients ever did.
    /// </summary>
    Expression<Func<Client, bool>> IsOn(OneStopDb db);
}

/// <summary>Conditions made of those of several tracks.</summary>
public static class CaseTracks
{
    extension(IEnumerable<ICaseTrack> tracks)
    {
        /// <summary>Whether a client is on one of the tracks; on none if there are none.</summary>
        public Expression<Func<Client, bool>> IsOnAny(OneStopDb db) =>
            tracks.Select(t => t.IsOn(db)).Aggregate((Expression<Func<Client, bool>>)(c => false), (all, more) => Expression.Lambda<Func<Client, bool>>(
                Expression.OrElse(all.Body, ReplacingExpressionVisitor.Replace(more.Parameters[0], all.Parameters[0], more.Body)), all.Parameters));

        /// <summary>Whether a client is on none of the tracks.</summary>
        public Expression<Func<Client, bool>> IsOnNone(OneStopDb db)
        {
            var any = tracks.IsOnAny(db);
            return Expression.Lambda<Func<Client, bool>>(Expression.Not(any.Body), any.Parameters);
        }
    }
}
