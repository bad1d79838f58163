using Microsoft.Extensions.Time.Testing;
using OneStop.Domain.Channels;

namespace OneStop.Tests.Line;

/// <summary>While many webhooks arrive, work that can wait is delayed, but never for long.</summary>
public sealed class IntakePressureTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void A_few_webhooks_hold_nobody_up()
    {
        var rush = new IntakePressure(clock);
        rush.Note(IntakePressure.Many - 1);
        Assert.True(rush.StepAside().IsCompleted);
    }

    [Fact]
    public async Task What_can_wait_goes_on_when_the_rush_is_over()
    {
        var rush = new IntakePressure(clock);
        rush.Note(IntakePressure.Many);
        var waits = rush.StepAside();
        clock.Advance(TimeSpan.FromMilliseconds(10));
        Assert.False(waits.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(10));
        await waits;
        Assert.True(rush.StepAside().IsCompleted);
    }

    [Fact]
    public async Task In_a_rush_without_end_it_goes_on_after_a_tenth_of_a_second()
    {
        var rush = new IntakePressure(clock);
        rush.Note(IntakePressure.Many);
        var waits = rush.StepAside();
        var steps = 0;
        for (; !waits.IsCompleted; steps++)
        {
            rush.Note(IntakePressure.Many);
            clock.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }
        Assert.True(steps >= 10);
        await waits;
    }
}
