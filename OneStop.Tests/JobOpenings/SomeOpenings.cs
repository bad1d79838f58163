using OneStop.Domain;
using OneStop.Domain.JobOpenings;
using OneStop.Domain.JobOpenings.Checks;
using OneStop.Domain.JobOpenings.Declaring;

namespace OneStop.Tests.JobOpenings;

/// <summary>Openings at each step of their way, and who takes the steps.</summary>
internal static class SomeOpenings
{
    public static readonly DateOnly Day = new(2026, 10, 5);
    public static readonly DateTimeOffset Now = JapanTime.At(Day, new(9, 0));
    public static readonly Guid Writer = Guid.CreateVersion7(Now), Receiver = Guid.CreateVersion7(Now), Second = Guid.CreateVersion7(Now);
    public static readonly Guid Employer = Guid.CreateVersion7(Now);

    public static OpeningWish Wish { get; } = new(Employer, null, "博多駅近くの事務", Day.AddMonths(2), Whole.Terms);

    public static JobOpening Draft(OpeningWish? wish = null) => JobOpening.Of(wish ?? Wish, Writer, Now);

    public static JobOpening Received(OpeningWish? wish = null)
    {
        var opening = Draft(wish);
        opening.Receive([], Day, 12, Day.AddDays(30), Receiver, Now);
        return opening;
    }

    public static JobOpening Checked(OpeningWish? wish = null)
    {
        var opening = Received(wish);
        opening.CheckBy(Second, opening.Digest, [], Now);
        return opening;
    }

    public static JobOpening Published(OpeningWish? wish = null)
    {
        var opening = Checked(wish);
        opening.Publish([], Second, Now);
        return opening;
    }

    public static JobOpening Listed() => JobOpening.Listed(Wish with { EmployerId = null }, null, Day, Now);

    public static PublicRecord Origin { get; } =
        new(PublicSource.HelloWork, "", "40010-12345678", Day.AddDays(-3), Day.AddMonths(1), Day, "{}");

    /// <summary>A declaration on the form of a day, in which nothing applies but what is named.</summary>
    public static EmployerDeclaration Declared(OpeningRules rules, string? applying = null) => EmployerDeclaration.Of(Guid.Empty,
        DeclarationWish.For(rules.DeclarationForm!, rules.Grounds) with
        {
            SignedBy = "代表取締役 見本 一郎",
            SignedOn = rules.Today,
            Answers = [.. rules.Grounds.Select(g => new GroundAnswer(g.Code, g.ValueId, g.Question, g.Code == applying))],
        }, Writer, JapanTime.At(rules.Today, new(9, 0)));
}
