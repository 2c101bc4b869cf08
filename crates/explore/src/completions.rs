//! What bash, zsh and fish complete the command with.

use std::fmt::Write;

use crate::commands::{Name, Operand, Shell, Value};

pub fn of(shell: Shell) -> String {
    match shell {
        Shell::Bash => bash(),
        Shell::Zsh => zsh(),
        Shell::Fish => fish(),
    }
}

/// What stands behind an option, or in an operand's place.
enum Asked {
    Files,
    Folders,
    Words(Vec<&'static str>),
    Anything,
}

fn asked_by(value: Value) -> Asked {
    match value {
        Value::Nothing | Value::Word(_) => Asked::Anything,
        Value::OneOf(_, words) => Asked::Words(words),
        Value::Folder => Asked::Folders,
    }
}

fn asked_of(name: Name) -> Asked {
    match name.operand() {
        Operand::Files => Asked::Files,
        Operand::Folder => Asked::Folders,
        Operand::Shell => Asked::Words(Shell::ALL.map(Shell::word).to_vec()),
        Operand::Nothing => Asked::Anything,
    }
}

fn words_of(name: Name) -> String {
    name.flags().iter().map(|flag| flag.word()).collect::<Vec<_>>().join(" ")
}

fn bash() -> String {
    let reply = |asked: Asked| match asked {
        Asked::Files => "COMPREPLY=($(compgen -f -- \"$word\"))".to_owned(),
        Asked::Folders => "COMPREPLY=($(compgen -d -- \"$word\"))".to_owned(),
        Asked::Words(words) => format!("COMPREPLY=($(compgen -W '{}' -- \"$word\"))", words.join(" ")),
        Asked::Anything => "COMPREPLY=()".to_owned(),
    };
    let commands = Name::ALL.map(Name::word).join(" ");
    let mut out = format!(
        "# explore in bash: source <(explore completions bash)\n\
         _explore() {{\n    \
             local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}}\n    \
             local IFS=$' \\t\\n'\n    \
             if ((COMP_CWORD == 1)); then\n        \
                 COMPREPLY=($(compgen -W '{commands} --help --version' -- \"$word\"))\n        \
                 return\n    \
             fi\n    \
             case ${{COMP_WORDS[1]}}$before in\n"
    );
    for name in Name::ALL {
        for flag in name.flags().iter().filter(|flag| flag.value() != Value::Nothing) {
            let _ = writeln!(
                out,
                "        {}{}) {}; return ;;",
                name.word(),
                flag.word(),
                reply(asked_by(flag.value()))
            );
        }
    }
    out += "    esac\n    case ${COMP_WORDS[1]} in\n";
    for name in Name::ALL {
        let _ = writeln!(
            out,
            "        {}) if [[ $word == -* ]]; then {}; else {}; fi ;;",
            name.word(),
            format_args!("COMPREPLY=($(compgen -W '{}' -- \"$word\"))", words_of(name)),
            reply(asked_of(name))
        );
    }
    out + "    esac\n}\ncomplete -o filenames -F _explore explore\n"
}

fn zsh() -> String {
    let action = |asked: Asked| match asked {
        Asked::Files => "_files".to_owned(),
        Asked::Folders => "_files -/".to_owned(),
        Asked::Words(words) => format!("({})", words.join(" ")),
        Asked::Anything => " ".to_owned(),
    };
    let mut out =
        "#compdef explore\n# explore in zsh: explore completions zsh > a folder of $fpath/_explore\n\
                   _explore() {\n    local -a commands=(\n"
            .to_owned();
    for name in Name::ALL {
        let _ = writeln!(out, "        {}", in_quotes(&format!("{}:{}", name.word(), name.about())));
    }
    out += "    )\n    if ((CURRENT == 2)); then\n        _describe command commands\n        return\n    fi\n    \
            local command=$words[2]\n    shift words\n    ((CURRENT--))\n    case $command in\n";
    for name in Name::ALL {
        let _ = write!(out, "        {}) _arguments", name.word());
        for flag in name.flags() {
            let about = flag.about().replace('[', "\\[").replace(']', "\\]").replace(':', "\\:");
            let value = match flag.value() {
                Value::Nothing => String::new(),
                value => format!(":{}:{}", flag.word().trim_start_matches('-'), action(asked_by(value))),
            };
            let _ = write!(out, " {}", in_quotes(&format!("{}[{about}]{value}", flag.word())));
        }
        let operand = match name.operand() {
            Operand::Nothing => None,
            Operand::Files => Some(format!("*:file:{}", action(asked_of(name)))),
            Operand::Folder | Operand::Shell => Some(format!("1:what:{}", action(asked_of(name)))),
        };
        if let Some(operand) = operand {
            let _ = write!(out, " {}", in_quotes(&operand));
        }
        out += " ;;\n";
    }
    // Loaded from a folder the file is the function; read by `source` it only names it.
    out + "    esac\n}\nif [[ $funcstack[1] == _explore ]]; then _explore \"$@\"; else compdef _explore explore; fi\n"
}

fn fish() -> String {
    let mut out = "# explore in fish: explore completions fish > ~/.config/fish/completions/explore.fish\n\
                   complete -c explore -f\n"
        .to_owned();
    for name in Name::ALL {
        let _ = writeln!(
            out,
            "complete -c explore -n __fish_use_subcommand -a {} -d {}",
            name.word(),
            in_quotes(name.about())
        );
    }
    for name in Name::ALL {
        let of = format!("complete -c explore -n '__fish_seen_subcommand_from {}'", name.word());
        for flag in name.flags() {
            let asked = match (flag.value(), asked_by(flag.value())) {
                (Value::Nothing, _) => String::new(),
                (_, Asked::Words(words)) => format!(" -x -a {}", in_quotes(&words.join(" "))),
                (_, Asked::Folders) => " -x -a '(__fish_complete_directories)'".to_owned(),
                (_, Asked::Files | Asked::Anything) => " -x".to_owned(),
            };
            let _ = writeln!(
                out,
                "{of} -l {}{asked} -d {}",
                flag.word().trim_start_matches('-'),
                in_quotes(flag.about())
            );
        }
        match asked_of(name) {
            Asked::Files => out += &format!("{of} -F\n"),
            Asked::Folders => out += &format!("{of} -a '(__fish_complete_directories)'\n"),
            Asked::Words(words) => out += &format!("{of} -a {}\n", in_quotes(&words.join(" "))),
            Asked::Anything => {}
        }
    }
    out
}

/// Words as one, in all three shells.
fn in_quotes(words: &str) -> String {
    // A quotation mark inside of them would end them; in words of ours its typographic form reads the same.
    format!("'{}'", words.replace('\'', "’"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::Flag;

    #[test]
    fn every_shell_is_told_every_command_and_option() {
        for shell in Shell::ALL {
            let script = of(shell);
            for name in Name::ALL {
                assert!(script.contains(name.word()), "{shell:?} {name:?}");
            }
            for flag in Flag::ALL {
                assert!(script.contains(flag.word().trim_start_matches('-')), "{shell:?} {flag:?}");
                if let Value::OneOf(_, words) = flag.value() {
                    assert!(words.iter().all(|word| script.contains(word)), "{shell:?} {flag:?}");
                }
            }
        }
    }
}
