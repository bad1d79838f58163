using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OneStop.Domain.Staff;

namespace OneStop.Tests.EndToEnd;

/// <summary>A hand on the calendar's grid: what is grasped, where it is put.</summary>
internal static class CalendarHand
{
    private const float QuarterHeight = 13; // pixels, as in the style sheet
    private const int Steps = 6;

    extension(IPage page)
    {
        public ILocator Grid() => page.GetByRole(AriaRole.Region, new() { NameRegex = new("の予約の表$") });

        /// <summary>The booking of somebody at these times: 10:00〜11:00.</summary>
        public ILocator Block(string times, string who = "電話の人") =>
            page.Grid().GetByRole(AriaRole.Button, new() { NameRegex = new($"^{times[..times.IndexOf('〜', StringComparison.Ordinal)]} {Regex.Escape(who)}.*、{times}、") });

        /// <summary>The column of a member of staff.</summary>
        public ILocator Column(StaffMember member) => page.Column(member.Name);

        /// <summary>The column that begins with these words.</summary>
        public ILocator Column(string words) => page.Grid().GetByRole(AriaRole.List, new() { NameRegex = new($"^{Regex.Escape(words)}") });

        public ILocator Panel(string title) => page.GetByRole(AriaRole.Complementary, new() { Name = title, Exact = true });

        /// <summary>What is said to who hears the screen.</summary>
        public ILocator Announced() => page.Grid().GetByRole(AriaRole.Status);

        public float HeightOf(double hours) => (float)(hours * 4 * QuarterHeight);

        /// <summary>Takes a booking by its middle and moves it a little.</summary>
        public async Task Lift(ILocator block)
        {
            await block.ScrollIntoViewIfNeededAsync();
            var box = (await block.BoundingBoxAsync())!;
            await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 3));
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 3) + 8);
            await Assertions.Expect(page.Grid()).ToHaveAttributeAsync("data-dragging", "move");
        }

        /// <summary>Drags a booking into a column, so that it begins at an hour.</summary>
        public async Task Drag(ILocator block, ILocator column, double hour)
        {
            await block.ScrollIntoViewIfNeededAsync();
            var grasp = (await block.BoundingBoxAsync())!.Height / 3;
            await page.Lift(block);
            await page.MoveTo(column, hour, grasp);
            await page.Mouse.UpAsync();
        }

        /// <summary>Drags the lower border of a booking by so many hours.</summary>
        public async Task Resize(ILocator block, double hours)
        {
            await block.ScrollIntoViewIfNeededAsync();
            var box = (await block.BoundingBoxAsync())!;
            await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + box.Height - 3);
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + box.Height - 3 + page.HeightOf(hours), new() { Steps = Steps });
            await page.Mouse.UpAsync();
        }

        /// <summary>Presses an empty place.</summary>
        public async Task PressAt(ILocator column, double hour)
        {
            await Assertions.Expect(page.Grid()).ToHaveAttributeAsync("data-ready", "yes");
            await page.MoveTo(column, hour, 4);
            await page.Mouse.DownAsync();
            await page.Mouse.UpAsync();
        }

        /// <summary>Draws the brush over a column, once the grid has it.</summary>
        /// <param name="brush">What it paints.</param>
        public async Task Stroke(ILocator column, double from, double until, string brush = "work")
        {
            await Assertions.Expect(page.Grid()).ToHaveAttributeAsync("data-brush", brush);
            await page.MoveTo(column, from, 4);
            await page.Mouse.DownAsync();
            await page.MoveTo(column, until, -4);
            await page.Mouse.UpAsync();
        }

        /// <summary>Returns what of the bookings is cut off or covered, by their names.</summary>
        public Task<string[]> IllegibleBlocks() => page.Grid().EvaluateAsync<string[]>("""
            grid => {
              const blocks = [...grid.querySelectorAll('li > button')];
              const boxes = blocks.map((b) => b.getBoundingClientRect());
              const wrong = [];
              blocks.forEach((block, i) => {
                const box = boxes[i];
                const [time, name, state] = [block.querySelector('b'), ...block.querySelectorAll('span')].map((e) => e.getBoundingClientRect());
                if (time.width < 24 || time.right > box.right) wrong.push(`time: ${block.ariaLabel}`);
                if (name.width < 55 || name.bottom > box.bottom + 1) wrong.push(`name: ${block.ariaLabel}`);
                if (state.width < 30 || state.bottom > box.bottom + 1) wrong.push(`state: ${block.ariaLabel}`);
                const covered = boxes.some((other, j) => j > i && other.left < box.right - 1 && box.left < other.right - 1 && other.top < box.bottom - 1 && box.top < other.bottom - 1);
                if (covered) wrong.push(`covered: ${block.ariaLabel}`);
              });
              return wrong;
            }
            """);

        private async Task MoveTo(ILocator column, double hour, float within)
        {
            // brings the place into view first, as a hand would by resting at the border
            await page.Grid().EvaluateAsync("(grid, y) => { grid.scrollTop = Math.max(0, y - 200); }", (int)page.HeightOf(hour - 6));
            var box = (await column.BoundingBoxAsync())!;
            await page.Mouse.MoveAsync(box.X + Math.Min(box.Width / 2, 40), box.Y + page.HeightOf(hour - 6) + within, new() { Steps = Steps });
        }
    }
}
